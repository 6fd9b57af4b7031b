package org.zhengtong.services.filing.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.zhengtong.services.catalogue.Asked;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Kind;
import org.zhengtong.services.catalogue.Form.Section;
import org.zhengtong.services.catalogue.PlacedAddress;

/**
 * What came back from a page of questions.
 *
 * @param files key → id of the file that came with the page
 * @param known the answers before: only a file among them can be kept
 */
record PostedPage(MultiValueMap<String, String> form, Map<String, String> files, Collection<String> known) {
    private static final int MOST_DIGITS = 3;

    /** What one wants besides saving. */
    enum Wish {
        GO_ON,
        ADD,
        REMOVE
    }

    Wish wish() {
        return form.containsKey("add") ? Wish.ADD : form.containsKey("remove") ? Wish.REMOVE : Wish.GO_ON;
    }

    /** How many entries of a repeated section stood on the page. */
    int entries() {
        return number(form.getFirst("entries"));
    }

    /**
     * The answers typed, blank ones too, by {@link Asked#key}.
     *
     * @param bound what nobody types
     * @param kept the answers before; entries of a repeated section that are gone are blank now
     */
    Map<String, String> answers(Section section, Set<String> bound, Map<String, String> kept) {
        return section.repeat().isPresent() ? repeated(section, entries(), kept) : once(section, bound);
    }

    private Map<String, String> once(Section section, Set<String> bound) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (Field field : section.fields()) {
            if (!bound.contains(field.id())) {
                value(new Asked(section, 0, field)).ifPresent(value -> typed.put(field.id(), value));
            }
        }
        return typed;
    }

    /** Of all entries on the page; one left blank is none. */
    Map<String, String> repeated(Section section, int entries, Map<String, String> kept) {
        int removed = number(form.getFirst("remove"));
        List<Map<String, String>> filled = new ArrayList<>();
        for (int entry = 1; entry <= entries; entry++) {
            Map<String, String> typed = new LinkedHashMap<>();
            for (Field field : section.fields()) {
                value(new Asked(section, entry, field)).ifPresent(value -> typed.put(field.id(), value));
            }
            if (entry != removed && typed.values().stream().anyMatch(value -> !value.isBlank())) {
                filled.add(typed);
            }
        }
        Map<String, String> answers = new LinkedHashMap<>();
        kept.keySet().stream().filter(key -> key.startsWith(section.id() + ".")).forEach(key -> answers.put(key, ""));
        for (int i = 0; i < filled.size(); i++) {
            for (Map.Entry<String, String> answer : filled.get(i).entrySet()) {
                answers.put(section.id() + "." + (i + 1) + "." + answer.getKey(), answer.getValue());
            }
        }
        return answers;
    }

    /** Empty when the question did not stand on the page. */
    Optional<String> value(Asked asked) {
        String key = asked.key();
        Optional<String> typed = Optional.ofNullable(form.getFirst("answer-" + key));
        boolean wasAsked = typed.isPresent()
                || files.containsKey(key)
                || form.getOrDefault("asked", List.of()).contains(key);
        if (!wasAsked) {
            return Optional.empty();
        }
        if (asked.field().kind() == Kind.FILE) {
            boolean dropped = form.containsKey("drop-" + key);
            String kept = typed.filter(known::contains).filter(_ -> !dropped).orElse("");
            return Optional.of(files.getOrDefault(key, kept));
        }
        if (asked.field().kind() == Kind.DIVISION_ADDRESS) {
            return Optional.of(placed(
                    Optional.ofNullable(form.getFirst("answer-" + key + ".division"))
                            .orElse(""),
                    typed.orElse("")));
        }
        return Optional.of(typed.orElse(""));
    }

    private static String placed(String division, String detail) {
        String code = division.strip();
        if (code.isEmpty() && detail.isBlank()) {
            return "";
        }
        return new PlacedAddress(code.matches("[0-9]{1,12}") ? code : PlacedAddress.NOWHERE, detail.strip()).answer();
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1," + MOST_DIGITS + "}") ? Integer.parseInt(text) : 0;
    }
}
