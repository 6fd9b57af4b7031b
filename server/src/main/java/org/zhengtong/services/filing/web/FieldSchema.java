package org.zhengtong.services.filing.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhengtong.services.catalogue.Form.Check;
import org.zhengtong.services.catalogue.Form.Field;

/** One question as JSON Schema. */
final class FieldSchema {
    private static final int MOST_WHEN_NOTHING_IS_SAID = 200;
    private static final int SHORTEST_ADDRESS = 5;

    private static final String LINE = "^(?:[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]|\\t)*$";
    private static final String LINES = "^(?:[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]|[\\t\\r\\n])*$";

    private FieldSchema() {}

    static Map<String, Object> of(Field field) {
        Map<String, Object> schema = new LinkedHashMap<>();
        List<String> patterns = new ArrayList<>();
        schema.put("type", "string");
        schema.put("title", field.label());
        if (!field.hint().isEmpty()) {
            schema.put("description", field.hint());
        }
        if (field.required()) {
            patterns.add("\\S");
        }
        int most = field.most() > 0 ? field.most() : MOST_WHEN_NOTHING_IS_SAID;
        switch (field.kind()) {
            case TEXT -> text(schema, patterns, 0, most, LINE);
            case LONG_TEXT -> text(schema, patterns, 0, most, LINES);
            case ADDRESS -> text(schema, patterns, SHORTEST_ADDRESS, most, LINE);
            case NUMBER -> {
                schema.put("type", List.of("string", "number"));
                patterns.add("^[0-9]{1,15}(\\.[0-9]{1,4})?$");
            }
            case DATE -> schema.put("format", "date");
            case CHOICE -> schema.put("enum", field.options());
            case PHONE ->
                patterns.add("^(\\+86-?)?(1[3-9][0-9]-?[0-9]{4}-?[0-9]{4}|0[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,6})?"
                        + "|[48]00-?[0-9]{3}-?[0-9]{4})$");
            case IDENTITY_NUMBER -> {
                schema.putIfAbsent("description", "GB 11643");
                // the house shows the applicant's own number masked
                patterns.add(field.prefill().isPresent() ? "^[0-9*]{17}[0-9Xx*]$" : "^[0-9]{17}[0-9Xx]$");
            }
            case USCC -> {
                schema.putIfAbsent("description", "GB 32100");
                patterns.add("^[0-9A-Za-z]{18}$");
            }
            case DIVISION_ADDRESS -> {
                schema.putIfAbsent("description", "GB/T 2260 code of county or town, a space, street and number");
                patterns.add("^[0-9]{6,12} .{1," + most + "}$");
                patterns.add(LINE);
            }
            case FILE -> {
                schema.put("format", "uuid");
                schema.putIfAbsent("description", "id of an uploaded file (POST /api/v1/files)");
            }
        }
        field.checks().forEach(check -> further(schema, patterns, check));
        put(schema, patterns);
        return schema;
    }

    private static void further(Map<String, Object> schema, List<String> patterns, Check check) {
        switch (check) {
            case Check.Matches(String pattern, String _, String example) -> {
                patterns.add("^(?:" + pattern + ")$");
                schema.put("examples", List.of(example));
            }
            case Check.LeastLength(int characters) -> schema.put("minLength", characters);
            case Check.NumberBetween(var least, var most) -> {
                least.ifPresent(bound -> schema.put("minimum", bound));
                most.ifPresent(bound -> schema.put("maximum", bound));
            }
            case Check.WholeNumber() -> {
                schema.put("multipleOf", 1);
                patterns.add("^[0-9]*$");
            }
            case Check.DateBetween _ -> {}
            case Check.NotInFuture() -> {}
            case Check.NotInPast() -> {}
        }
    }

    private static void text(
            Map<String, Object> schema, List<String> patterns, int least, int most, String characters) {
        if (least > 0) {
            schema.put("minLength", least);
        }
        schema.put("maxLength", most);
        patterns.add(characters);
    }

    private static void put(Map<String, Object> schema, List<String> patterns) {
        if (patterns.size() == 1) {
            schema.put("pattern", patterns.getFirst());
        } else if (!patterns.isEmpty()) {
            schema.put(
                    "allOf",
                    patterns.stream().map(pattern -> Map.of("pattern", pattern)).toList());
        }
    }
}
