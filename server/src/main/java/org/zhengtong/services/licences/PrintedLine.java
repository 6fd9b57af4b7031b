package org.zhengtong.services.licences;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line a licence states. */
public record PrintedLine(String name, String value) {
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    /** Whether the holder's name stands in none of the lines already. */
    public static boolean namesHolder(Licence licence, List<PrintedLine> lines) {
        return lines.stream().noneMatch(line -> line.value().equals(licence.holderName()));
    }

    /** The type's lines in the order of its layout; what else the licence states comes after. */
    public static List<PrintedLine> of(Licence licence, LicenceType type) {
        Map<String, String> left = new LinkedHashMap<>(licence.attributes());
        Map<String, String> lines = new LinkedHashMap<>();
        for (LicenceType.PrintedAttribute attribute : type.layout()) {
            String value = left.remove(attribute.name());
            if (value != null) {
                lines.put(attribute.name(), value);
            }
        }
        left.values().removeIf(value -> value.equals(licence.number()) || value.equals(licence.holderName()));
        lines.putAll(left);
        return of(lines);
    }

    public static List<PrintedLine> of(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .map(line -> new PrintedLine(line.getKey(), spoken(line.getValue())))
                .toList();
    }

    /** Forms give dates as 2026-03-02; a licence prints them as people write them. */
    private static String spoken(String value) {
        Matcher date = DATE.matcher(value);
        return date.matches()
                ? "%s年%d月%d日".formatted(date.group(1), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)))
                : value;
    }
}
