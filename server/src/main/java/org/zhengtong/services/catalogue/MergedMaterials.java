package org.zhengtong.services.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One list of materials for several items. Two materials are the same when their names or the licences that serve for
 * them are; a form the system makes belongs to its item. What is the result of another of the items is not asked for.
 *
 * @param wanted what is asked for, each once, in the order in which it is first needed
 * @param handedOn what one body hands to another
 */
public record MergedMaterials(List<Wanted> wanted, List<HandedOn> handedOn) {

    /**
     * A material asked for once.
     *
     * @param material as the strictest of the items wants it
     */
    public record Wanted(Material material, List<Use> serves) {
        public Wanted {
            serves = List.copyOf(serves);
        }

        private boolean isSame(ServiceItem item, Material other) {
            if (material.generated() || other.generated()) {
                return material.generated()
                        && other.generated()
                        && material.name().equals(other.name())
                        && serves.getFirst().item().equals(item);
            }
            return serves.stream().anyMatch(use -> use.isSame(other));
        }

        private Wanted and(Wanted other) {
            return new Wanted(
                    stricter(material, other.material),
                    Stream.concat(serves.stream(), other.serves.stream()).toList());
        }

        /** Whether nobody hands it in: made from the form, or obtained as a licence. */
        public boolean isSpared() {
            return material.generated() || material.licenceType().isPresent();
        }

        /** The items it serves, each once. */
        public List<ServiceItem> items() {
            return serves.stream().map(Use::item).distinct().toList();
        }
    }

    /** The material of an item as that item knows it. */
    public record Use(ServiceItem item, Material material) {
        private boolean isSame(Material other) {
            return material.name().equals(other.name())
                    || (material.licenceType().isPresent()
                            && material.licenceType().equals(other.licenceType()));
        }
    }

    /** {@code to} gets the material from {@code from}, whose result it is. */
    public record HandedOn(ServiceItem from, ServiceItem to, Material material) {}

    static MergedMaterials of(List<ServiceItem> items) {
        List<Wanted> wanted = new ArrayList<>();
        List<HandedOn> handedOn = new ArrayList<>();
        for (ServiceItem item : items) {
            for (Material material : item.materials()) {
                Optional<ServiceItem> from = items.stream()
                        .filter(other -> !other.code().equals(item.code())
                                && !material.generated()
                                && ItemOrder.gives(other, material))
                        .findFirst();
                if (from.isPresent()) {
                    handedOn.add(new HandedOn(from.get(), item, material));
                } else {
                    ask(wanted, item, material);
                }
            }
        }
        return new MergedMaterials(List.copyOf(wanted), List.copyOf(handedOn));
    }

    /** A material can bring two together that were apart: one by its name, the other by its licence. */
    private static void ask(List<Wanted> wanted, ServiceItem item, Material material) {
        Wanted all = new Wanted(material, List.of(new Use(item, material)));
        List<Wanted> same =
                wanted.stream().filter(one -> one.isSame(item, material)).toList();
        if (same.isEmpty()) {
            wanted.add(all);
            return;
        }
        int place = wanted.indexOf(same.getFirst());
        wanted.set(place, same.stream().reduce(Wanted::and).orElseThrow().and(all));
        wanted.removeAll(same.subList(1, same.size()));
    }

    /** The stricter demand; of two equal ones the one that a licence serves for. */
    private static Material stricter(Material one, Material other) {
        return Stream.of(one, other)
                .min(Comparator.comparingInt(MergedMaterials::leniency)
                        .thenComparing(material -> material.licenceType().isEmpty()))
                .orElseThrow();
    }

    private static int leniency(Material material) {
        return switch (material.requirement()) {
            case REQUIRED -> 0;
            case MAY_FOLLOW -> 1;
            case OPTIONAL -> 2;
        };
    }

    /** How many somebody hands in or lets be obtained: those made from the form not counted. */
    public int asked() {
        return (int) wanted.stream().filter(one -> !one.material().generated()).count();
    }
}
