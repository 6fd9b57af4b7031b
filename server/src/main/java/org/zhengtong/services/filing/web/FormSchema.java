package org.zhengtong.services.filing.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Condition;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Repeat;
import org.zhengtong.services.catalogue.Form.Section;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * An item's form as JSON Schema (2020-12), for programs that file. A repeated section is an array of objects; a question
 * that is asked only sometimes is required only then. Beyond what a schema can say are checked when a case is filed:
 * check digits, bounds of dates, the length of a number, whether a division exists, whose a file is, and the applicant's
 * own data.
 */
final class FormSchema {
    /** Longer chains of conditions are a circle. */
    private static final int DEEPEST = 50;

    private final Form form;
    private final List<Map<String, Object>> conditional = new ArrayList<>();

    private FormSchema(Form form) {
        this.form = form;
    }

    static Map<String, Object> of(ServiceItem item) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", item.name());
        schema.put("type", "object");
        schema.put("required", List.of("situations", "answers"));
        schema.put("properties", Map.of("situations", situations(item), "answers", answers(item.form())));
        return schema;
    }

    static Map<String, Object> answers(Form form) {
        return new FormSchema(form).answers();
    }

    private static Map<String, Object> situations(ServiceItem item) {
        Map<String, Object> questions = new LinkedHashMap<>();
        item.situations()
                .forEach(situation -> questions.put(
                        situation.id(),
                        Map.of(
                                "title",
                                situation.question(),
                                "oneOf",
                                situation.answers().stream()
                                        .map(answer -> Map.of("const", answer.id(), "title", answer.text()))
                                        .toList())));
        return object(questions, List.copyOf(questions.keySet()), List.of());
    }

    private Map<String, Object> answers() {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Section section : form.sections()) {
            if (section.repeat().isPresent()) {
                properties.put(section.id(), group(section, section.repeat().get(), required));
                continue;
            }
            for (Field field : section.fields()) {
                properties.put(field.id(), FieldSchema.of(field));
                if (mustBeGiven(field)) {
                    List<Condition> when = conditions(section, field);
                    if (when.isEmpty()) {
                        required.add(field.id());
                    } else {
                        conditional.add(ifThen(when, Map.of("required", List.of(field.id()))));
                    }
                }
            }
        }
        return object(properties, required, conditional);
    }

    private Map<String, Object> group(Section section, Repeat repeat, List<String> required) {
        if (repeat.least() > 0) {
            List<Condition> when = conditions(section);
            Map<String, Object> enough = Map.of(
                    "required", List.of(section.id()),
                    "properties", Map.of(section.id(), Map.of("minItems", repeat.least())));
            if (when.isEmpty()) {
                required.add(section.id());
            }
            conditional.add(when.isEmpty() ? enough : ifThen(when, enough));
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> always = new ArrayList<>();
        List<Map<String, Object>> within = new ArrayList<>();
        for (Field field : section.fields()) {
            properties.put(field.id(), FieldSchema.of(field));
            if (mustBeGiven(field)) {
                required(section, field, always, within);
            }
        }
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("type", "array");
        group.put("title", section.title());
        group.put("maxItems", repeat.most());
        group.put("items", object(properties, always, within));
        return group;
    }

    /** Conditions on the same entry stand within the entry, those on the rest of the form around the array. */
    private void required(Section section, Field field, List<String> always, List<Map<String, Object>> within) {
        List<Condition> all = conditions(section, field);
        List<Condition> siblings =
                all.stream().filter(one -> isIn(section, one.field())).toList();
        List<Condition> outside =
                all.stream().filter(one -> !isIn(section, one.field())).toList();
        Map<String, Object> then = Map.of("required", List.of(field.id()));
        Map<String, Object> entry = siblings.isEmpty() ? then : ifThen(siblings, then);
        if (!outside.isEmpty()) {
            conditional.add(ifThen(outside, Map.of("properties", Map.of(section.id(), Map.of("items", entry)))));
        } else if (siblings.isEmpty()) {
            always.add(field.id());
        } else {
            within.add(entry);
        }
    }

    private static boolean isIn(Section section, String field) {
        return section.fields().stream().anyMatch(one -> one.id().equals(field));
    }

    private static boolean mustBeGiven(Field field) {
        return field.required() && field.prefill().isEmpty();
    }

    private List<Condition> conditions(Section section, Field field) {
        List<Condition> all = new ArrayList<>(conditions(section));
        field.shownWhen().ifPresent(condition -> collect(condition, all, DEEPEST));
        return all;
    }

    private List<Condition> conditions(Section section) {
        List<Condition> all = new ArrayList<>();
        section.shownWhen().ifPresent(condition -> collect(condition, all, DEEPEST));
        return all;
    }

    /** The condition, and those its own question hangs on. */
    private void collect(Condition condition, List<Condition> all, int depth) {
        all.add(condition);
        Optional<Section> there = form.sectionOf(condition.field());
        if (depth > 0) {
            there.flatMap(Section::shownWhen).ifPresent(further -> collect(further, all, depth - 1));
            form.field(condition.field())
                    .flatMap(Field::shownWhen)
                    .ifPresent(further -> collect(further, all, depth - 1));
        }
    }

    private static Map<String, Object> ifThen(List<Condition> when, Map<String, Object> then) {
        return Map.of(
                "if",
                Map.of(
                        "allOf",
                        when.stream()
                                .distinct()
                                .map(condition -> Map.of(
                                        "properties",
                                        Map.of(condition.field(), Map.of("enum", condition.answers())),
                                        "required",
                                        List.of(condition.field())))
                                .toList()),
                "then",
                then);
    }

    private static Map<String, Object> object(
            Map<String, Object> properties, List<String> required, List<Map<String, Object>> allOf) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("additionalProperties", false);
        object.put("properties", properties);
        object.put("required", List.copyOf(required));
        if (!allOf.isEmpty()) {
            object.put("allOf", List.copyOf(allOf));
        }
        return object;
    }
}
