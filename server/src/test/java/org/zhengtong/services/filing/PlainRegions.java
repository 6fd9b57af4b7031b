package org.zhengtong.services.filing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.zhengtong.ground.regions.Region;
import org.zhengtong.ground.regions.Regions;

/** A handful of divisions. */
public final class PlainRegions implements Regions {
    private final Map<String, String> names = new TreeMap<>(Map.ofEntries(
            Map.entry("11", "北京市"),
            Map.entry("1101", "市辖区"),
            Map.entry("110101", "东城区"),
            Map.entry("33", "浙江省"),
            Map.entry("3301", "杭州市"),
            Map.entry("330102", "上城区"),
            Map.entry("330102001", "清波街道"),
            Map.entry("3399", "云溪市"),
            Map.entry("339902", "云锦区"),
            Map.entry("339902001", "青石街道"),
            Map.entry("44", "广东省"),
            Map.entry("4403", "深圳市"),
            Map.entry("440304", "福田区")));

    @Override
    public Optional<Region> find(String code) {
        return IntStream.of(code.length(), 9, 6, 4, 2)
                .filter(length ->
                        length <= code.length() && code.substring(length).matches("0*"))
                .mapToObj(length -> code.substring(0, length))
                .filter(names::containsKey)
                .map(found -> new Region(found, names.getOrDefault(found, "")))
                .findFirst();
    }

    @Override
    public List<Region> within(String code) {
        int level = code.length() == 6 ? 9 : code.length() + 2;
        return names.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(code) && entry.getKey().length() == level)
                .map(entry -> new Region(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public String fullName(String code) {
        StringBuilder name = new StringBuilder();
        IntStream.of(2, 4, 6, 9)
                .filter(length -> length <= code.length())
                .mapToObj(length -> names.getOrDefault(code.substring(0, length), ""))
                .filter(part -> !part.equals("市辖区"))
                .forEach(name::append);
        return name.toString();
    }
}
