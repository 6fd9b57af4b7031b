package org.zhengtong.services.filing.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * An item's form as JSON Schema (2020-12), for programs that file. Check digits and the applicant's own data are checked
 * beyond it when a case is filed.
 */
final class FormSchema {
    private FormSchema() {}

    static Map<String, Object> of(ServiceItem item) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", item.name());
        schema.put("type", "object");
        schema.put("required", List.of("situations", "answers"));
        schema.put("properties", Map.of("situations", situations(item), "answers", answers(item.form())));
        return schema;
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
        return object(questions, List.copyOf(questions.keySet()));
    }

    static Map<String, Object> answers(Form form) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        List<Map<String, Object>> conditional = new ArrayList<>();
        for (Field field : form.fields()) {
            properties.put(field.id(), property(field));
            if (field.required() && field.prefill().isEmpty()) {
                field.shownWhen()
                        .ifPresentOrElse(
                                condition -> conditional.add(requiredWhen(field, condition)),
                                () -> required.add(field.id()));
            }
        }
        Map<String, Object> answers = object(properties, required);
        if (!conditional.isEmpty()) {
            answers.put("allOf", conditional);
        }
        return answers;
    }

    private static Map<String, Object> requiredWhen(Field field, Form.Condition condition) {
        return Map.of(
                "if",
                Map.of(
                        "properties",
                        Map.of(condition.field(), Map.of("enum", condition.answers())),
                        "required",
                        List.of(condition.field())),
                "then",
                Map.of("required", List.of(field.id())));
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("additionalProperties", false);
        object.put("properties", properties);
        object.put("required", required);
        return object;
    }

    private static Map<String, Object> property(Field field) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("type", "string");
        property.put("title", field.label());
        if (!field.hint().isEmpty()) {
            property.put("description", field.hint());
        }
        switch (field.kind()) {
            case TEXT, LONG_TEXT -> property.put("maxLength", field.most());
            case ADDRESS -> {
                property.put("minLength", 5);
                property.put("maxLength", field.most());
            }
            case NUMBER -> property.put("pattern", "^[0-9]{1,15}(\\.[0-9]{1,4})?$");
            case DATE -> property.put("format", "date");
            case CHOICE -> property.put("enum", field.options());
            case PHONE -> property.put("pattern", "^[0-9+-]{7,20}$");
            case IDENTITY_NUMBER -> property.put("description", "GB 11643");
            case USCC -> property.put("description", "GB 32100");
            case DIVISION_ADDRESS -> property.put("pattern", "^([0-9]{6}|[0-9]{9}) .+$");
            case FILE -> property.put("format", "uuid");
        }
        return property;
    }
}
