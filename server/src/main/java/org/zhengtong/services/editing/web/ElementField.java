package org.zhengtong.services.editing.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.services.catalogue.BaseItem;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.Inheritance;

/**
 * An element of an entry as it stands on a page.
 *
 * @param typed what stands in the field: the text, the lines, or the names of the choices
 * @param rule what the base item lets one change
 * @param above what the base item says, in words
 * @param elsewhere what somebody else made of it in between, when it is not the same
 */
public record ElementField(
        Element element,
        List<String> typed,
        List<Choice> choices,
        Inheritance rule,
        String above,
        Optional<WrongField> wrong,
        Optional<String> elsewhere) {

    /** @param label in the reader's language when {@code labelKey} is empty */
    public record Choice(String value, String label, String labelKey) {}

    static ElementField of(
            Element element,
            List<String> typed,
            Optional<BaseItem> base,
            List<WrongField> wrong,
            Map<Element, String> elsewhere) {
        return new ElementField(
                element,
                typed,
                ElementWords.choices(element),
                base.map(item -> item.rule(element)).orElse(Inheritance.FREE),
                base.flatMap(item -> item.value(element))
                        .map(value -> String.join("；", ElementWords.words(element, value)))
                        .orElse(""),
                wrong.stream().filter(one -> one.field().equals(element.id())).findFirst(),
                Optional.ofNullable(elsewhere.get(element)));
    }

    public String id() {
        return element.id();
    }

    /** Whether the base item settles it: it is shown, not asked. */
    public boolean locked() {
        return rule == Inheritance.EQUAL;
    }

    public String text() {
        return String.join("\n", typed);
    }

    public boolean has(String value) {
        return typed.contains(value);
    }

    /** In the order of {@link org.zhengtong.services.catalogue.SpecialProcedure.Kind}: kind → days, empty when not needed. */
    public String days(String kind) {
        return typed.stream()
                .filter(one -> one.startsWith(kind + ":"))
                .map(one -> one.substring(kind.length() + 1))
                .findFirst()
                .orElse("");
    }
}
