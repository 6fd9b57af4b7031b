package org.zhengtong.services.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhengtong.services.catalogue.Material.MaterialSource;

/**
 * What the government asks people for although it issues it itself, and what it asks for twice.
 *
 * @param issued the most often asked first
 * @param twice within one entry; {@code inBundles} within one thing
 */
public record MaterialReport(List<Issued> issued, List<Twice> twice, List<Twice> inBundles) {

    /**
     * A material the government issues.
     *
     * @param laws by which it is asked for
     * @param licenceType the electronic licence that serves for it
     * @param items that ask for it
     */
    public record Issued(
            String name,
            Optional<String> issuingBody,
            Optional<String> licenceType,
            List<String> laws,
            List<ServiceItem> items) {}

    /**
     * One material under several names.
     *
     * @param address of the entry or the bundle, {@code title} its name
     * @param names as it is called there, {@code askedBy} the items that ask for it
     */
    public record Twice(String address, String title, List<String> names, List<String> askedBy) {}

    /** @param items those the reader may see; of bundles only these are looked at */
    public static MaterialReport of(List<ServiceItem> items, List<Bundle> bundles) {
        return new MaterialReport(issued(items), twice(items), inBundles(items, bundles));
    }

    private record Paper(String name, Optional<String> issuingBody, Optional<String> licenceType) {}

    private record Asked(Set<String> laws, Map<ItemCode, ServiceItem> items) {
        void by(ServiceItem item, String law) {
            laws.add(law);
            items.put(item.code(), item);
        }
    }

    private static List<Issued> issued(List<ServiceItem> items) {
        Map<Paper, Asked> papers = new LinkedHashMap<>();
        for (ServiceItem item : items) {
            item.materials().stream()
                    .filter(material -> material.source() == MaterialSource.GOVERNMENT && !material.generated())
                    .forEach(material -> papers.computeIfAbsent(
                                    new Paper(material.name(), material.issuingBody(), material.licenceType()),
                                    _ -> new Asked(new TreeSet<>(), new LinkedHashMap<>()))
                            .by(item, material.legalBasis()));
        }
        return papers.entrySet().stream()
                .map(paper -> new Issued(
                        paper.getKey().name(),
                        paper.getKey().issuingBody(),
                        paper.getKey().licenceType(),
                        List.copyOf(paper.getValue().laws()),
                        List.copyOf(paper.getValue().items().values())))
                .sorted(Comparator.comparingInt((Issued one) -> one.items().size())
                        .reversed()
                        .thenComparing(Issued::name))
                .toList();
    }

    private static List<Twice> twice(List<ServiceItem> items) {
        List<Twice> twice = new ArrayList<>();
        for (ServiceItem item : items) {
            Map<String, List<String>> names = new TreeMap<>();
            for (Material material : item.materials()) {
                names.computeIfAbsent(MaterialNames.key(material.name()), _ -> new ArrayList<>())
                        .add(material.name());
            }
            names.values().stream()
                    .filter(same -> same.size() > 1)
                    .forEach(same -> twice.add(new Twice(
                            "/items/" + item.code(), item.name(), List.copyOf(same), List.of(item.bodyName()))));
        }
        return List.copyOf(twice);
    }

    private static List<Twice> inBundles(List<ServiceItem> items, List<Bundle> bundles) {
        Map<ItemCode, ServiceItem> byCode = new LinkedHashMap<>();
        items.forEach(item -> byCode.put(item.code(), item));
        List<Twice> twice = new ArrayList<>();
        for (Bundle bundle : bundles) {
            Map<String, Map<String, String>> asked = new TreeMap<>();
            bundle.items().stream()
                    .flatMap(code -> Optional.ofNullable(byCode.get(code)).stream())
                    .forEach(item -> item.materials().stream()
                            .filter(material -> !material.generated())
                            .forEach(material -> asked.computeIfAbsent(
                                            MaterialNames.key(material.name()), _ -> new LinkedHashMap<>())
                                    .putIfAbsent(item.name(), material.name())));
            asked.values().stream()
                    .filter(by -> by.size() > 1)
                    .forEach(by -> twice.add(new Twice(
                            "/bundles/" + bundle.code(),
                            bundle.name(),
                            by.values().stream().distinct().toList(),
                            List.copyOf(by.keySet()))));
        }
        return List.copyOf(twice);
    }
}
