package org.zhengtong.services.editing.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.EntryDocument;
import org.zhengtong.services.catalogue.SpecialProcedure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What somebody typed on a page of simple elements, read into values of the document.
 *
 * @param typed by element, as it goes back into the fields
 * @param values of the elements that could be read
 * @param wrong what could not
 */
record ElementForm(Map<Element, List<String>> typed, Map<Element, JsonNode> values, List<WrongField> wrong) {
    private static final int MOST_DAYS = 3650;
    private static final int MOST_LINES = 60;

    /** @param elements those asked on the page; one that is not in the form at all was not shown there */
    static ElementForm read(List<Element> elements, MultiValueMap<String, String> form) {
        ElementForm read =
                new ElementForm(new EnumMap<>(Element.class), new EnumMap<>(Element.class), new ArrayList<>());
        List<String> asked = form.getOrDefault("asked", List.of());
        elements.stream().filter(element -> asked.contains(element.id())).forEach(element -> read.read(element, form));
        return read;
    }

    private void read(Element element, MultiValueMap<String, String> form) {
        List<String> given = form.getOrDefault(element.id(), List.of());
        String text = PlainText.tidy(given.isEmpty() ? "" : given.getFirst());
        switch (element.kind()) {
            case LINE -> line(element, text, 200);
            case TEXT -> line(element, text.replaceAll("\\R", " "), 1000);
            case CHOICE -> choice(element, text);
            case CHOICES -> choices(element, given);
            case LINES -> lines(element, given.isEmpty() ? "" : given.getFirst());
            case NUMBER -> number(element, text);
            case YES_NO -> put(element, List.of(text), EntryDocument.value(text.equals("true")));
            case PROCEDURES -> procedures(element, form);
            case MATERIALS, SITUATIONS, HANDLING_ITEMS, FORM, QUESTIONS ->
                throw new IllegalArgumentException(element + " has an editor of its own");
        }
    }

    private void line(Element element, String text, int most) {
        Optional<WrongField> fault = PlainText.check(element.id(), text, most);
        typed.put(element, List.of(text));
        fault.ifPresentOrElse(wrong::add, () -> values.put(element, textOrNothing(element, text)));
    }

    /** An element one can do without is not said when it is left blank. */
    private static JsonNode textOrNothing(Element element, String text) {
        return text.isEmpty() && element.isOptional() ? JsonNodeFactory.instance.nullNode() : EntryDocument.value(text);
    }

    private void lines(Element element, String text) {
        List<String> lines = Arrays.stream(text.split("\\R"))
                .map(PlainText::tidy)
                .filter(line -> !line.isEmpty())
                .toList();
        typed.put(element, lines);
        Optional<WrongField> fault = lines.size() > MOST_LINES
                ? Optional.of(new WrongField(element.id(), "editing.wrong.lines", MOST_LINES))
                : lines.stream()
                        .flatMap(line -> PlainText.check(element.id(), line, 500).stream())
                        .findFirst();
        fault.ifPresentOrElse(wrong::add, () -> values.put(element, EntryDocument.value(lines)));
    }

    private void number(Element element, String text) {
        Optional<Integer> number = days(text);
        typed.put(element, List.of(text));
        number.ifPresentOrElse(
                value -> values.put(element, EntryDocument.value(value)),
                () -> wrong.add(new WrongField(element.id(), "editing.wrong.number", MOST_DAYS)));
    }

    private void choice(Element element, String text) {
        boolean known = text.isEmpty()
                || ElementWords.choices(element).stream()
                        .anyMatch(choice -> choice.value().equals(text));
        typed.put(element, List.of(text));
        if (known && !(text.isEmpty() && isNamed(element))) {
            values.put(element, EntryDocument.value(text));
        } else {
            wrong.add(new WrongField(element.id(), "editing.wrong.choice"));
        }
    }

    /** Those of our own names have no blank: one of them always holds. */
    private static boolean isNamed(Element element) {
        return element == Element.BODY_NATURE || element == Element.ONLINE_DEPTH;
    }

    private void choices(Element element, List<String> given) {
        List<String> chosen = ElementWords.choices(element).stream()
                .map(ElementField.Choice::value)
                .filter(given::contains)
                .toList();
        put(element, chosen, EntryDocument.value(chosen));
    }

    private void procedures(Element element, MultiValueMap<String, String> form) {
        List<SpecialProcedure> procedures = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (SpecialProcedure.Kind kind : SpecialProcedure.Kind.values()) {
            String text = PlainText.tidy(Optional.ofNullable(form.getFirst(element.id() + "-" + kind))
                    .orElse(""));
            if (!text.isEmpty()) {
                words.add(kind + ":" + text);
                days(text)
                        .filter(days -> days > 0)
                        .ifPresentOrElse(
                                days -> procedures.add(new SpecialProcedure(kind, days)),
                                () -> wrong.add(new WrongField(element.id(), "editing.wrong.number", MOST_DAYS)));
            }
        }
        put(element, words, EntryDocument.value(procedures));
    }

    private void put(Element element, List<String> words, JsonNode value) {
        typed.put(element, words);
        values.put(element, value);
    }

    private static Optional<Integer> days(String text) {
        return text.matches("[0-9]{1,4}")
                ? Optional.of(Integer.parseInt(text)).filter(days -> days <= MOST_DAYS)
                : Optional.empty();
    }
}
