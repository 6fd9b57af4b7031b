package org.zhengtong.services.halls.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Numbers of windows as people type them: {@code 1-8、10}. */
final class TypedNumbers {
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,3})(?:-([0-9]{1,3}))?");

    private TypedNumbers() {}

    /** @return empty when it cannot be read; otherwise each number once, in order */
    static Optional<List<Integer>> parse(String typed) {
        String tidy = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s*[–—~至到-]\\s*", "-")
                .strip();
        TreeSet<Integer> numbers = new TreeSet<>();
        if (tidy.isEmpty()) {
            return Optional.of(List.of());
        }
        for (String part : tidy.split("[\\s,;、]+", -1)) {
            Matcher span = SPAN.matcher(part);
            if (!span.matches()) {
                return Optional.empty();
            }
            int first = Integer.parseInt(span.group(1));
            int last = span.group(2) == null ? first : Integer.parseInt(span.group(2));
            if (first == 0 || last < first) {
                return Optional.empty();
            }
            IntStream.rangeClosed(first, last).forEach(numbers::add);
        }
        return Optional.of(List.copyOf(numbers));
    }

    static String shown(Collection<Integer> numbers) {
        List<String> parts = new ArrayList<>();
        int first = 0;
        int last = -1;
        for (int number : new TreeSet<>(numbers)) {
            if (number != last + 1) {
                add(parts, first, last);
                first = number;
            }
            last = number;
        }
        add(parts, first, last);
        return String.join("、", parts);
    }

    private static void add(List<String> parts, int first, int last) {
        if (last > 0) {
            parts.add(first == last ? Integer.toString(first) : first + "-" + last);
        }
    }
}
