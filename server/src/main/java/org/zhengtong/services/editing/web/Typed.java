package org.zhengtong.services.editing.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.WrongField;

/** What somebody typed on a page, read field by field: the texts as they go back into the fields, and what is wrong. */
final class Typed {
    private final MultiValueMap<String, String> form;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<WrongField> wrong = new ArrayList<>();

    Typed(MultiValueMap<String, String> form) {
        this.form = form;
    }

    Map<String, String> texts() {
        return Map.copyOf(texts);
    }

    List<WrongField> wrong() {
        return List.copyOf(wrong);
    }

    String line(String field, int most) {
        String text = PlainText.tidy(first(field));
        texts.put(field, text);
        PlainText.check(field, text, most).ifPresent(wrong::add);
        return text;
    }

    String needed(String field, int most) {
        String text = line(field, most);
        if (text.isEmpty()) {
            refuse(field, "editing.blank." + field);
        }
        return text;
    }

    Optional<String> optional(String field, int most) {
        return Optional.of(line(field, most)).filter(text -> !text.isEmpty());
    }

    /** Several lines of one text. */
    String neededText(String field, int most) {
        String text = PlainText.tidy(first(field)).replaceAll("\\R", "\n");
        texts.put(field, text);
        PlainText.check(field, text.replace("\n", ""), most).ifPresent(wrong::add);
        if (text.isEmpty()) {
            refuse(field, "editing.blank." + field);
        }
        return text;
    }

    /** A list, one a line. */
    List<String> lines(String field, int most) {
        List<String> lines = Arrays.stream(first(field).split("\\R"))
                .map(PlainText::tidy)
                .filter(line -> !line.isEmpty())
                .toList();
        texts.put(field, String.join("\n", lines));
        lines.stream()
                .flatMap(line -> PlainText.check(field, line, most).stream())
                .findFirst()
                .ifPresent(wrong::add);
        return lines;
    }

    /** Those ticked of several, in the order of the alphabet. */
    List<String> chosen(String field) {
        List<String> chosen = form.getOrDefault(field, List.of()).stream()
                .filter(PlainText::isPlain)
                .distinct()
                .sorted()
                .toList();
        texts.put(field, String.join("\n", chosen));
        return chosen;
    }

    boolean ticked(String field) {
        boolean ticked = first(field).equals("true");
        texts.put(field, ticked ? "true" : "");
        return ticked;
    }

    /** @param otherwise when nothing is typed */
    int number(String field, int most, int otherwise) {
        String text = PlainText.tidy(first(field));
        texts.put(field, text);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.matches("[0-9]{1,6}") && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        refuse(field, "editing.wrong.number", most);
        return otherwise;
    }

    <E extends Enum<E>> E choice(String field, Class<E> among, E otherwise) {
        String text = first(field);
        texts.put(field, text);
        return Arrays.stream(among.getEnumConstants())
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElseGet(() -> {
                    refuse(field, "editing.wrong.choice");
                    return otherwise;
                });
    }

    void refuse(String field, String sentence, Object... values) {
        wrong.add(new WrongField(field, sentence, values));
    }

    String first(String field) {
        return Optional.ofNullable(form.getFirst(field)).orElse("");
    }
}
