package org.zhengtong.services.transfer.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.zhengtong.services.transfer.Misfit;
import org.zhengtong.services.transfer.internal.ExchangeTables.ExchangeColumn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A row of an exchange table out of a document: translated, measured, and never cut. */
final class TabledRow {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TabledRow() {}

    /** What a row is about, as misfits name it. */
    record Subject(String code, String name) {}

    /** @param misfits what does not fit is added to them */
    static Map<String, String> of(
            Subject subject,
            String table,
            List<ExchangeColumn> columns,
            ObjectNode source,
            ExchangeTables tables,
            Set<Misfit> misfits) {
        Map<String, String> row = new LinkedHashMap<>();
        for (ExchangeColumn column : columns) {
            JsonNode value = at(source, column.source());
            Map<String, String> codes = tables.codes().getOrDefault(column.codes(), Map.of());
            String text = column.codes().isEmpty() ? plain(value) : coded(value, codes);
            why(column, value, text, codes)
                    .ifPresent(why -> misfits.add(new Misfit(
                            subject.code(),
                            subject.name(),
                            part(column, source),
                            table,
                            column.name() + " " + column.chinese(),
                            why.code(),
                            why.words())));
            row.put(column.name(), text);
        }
        return row;
    }

    private static String part(ExchangeColumn column, ObjectNode source) {
        String own = source.path("@part").asString("");
        if (!own.isEmpty()) {
            return own;
        }
        String first = column.source().split("/")[0];
        return first.equals("material") || first.equals("handlingItem")
                ? source.path(first).path("name").asString()
                : "";
    }

    private static Optional<Reading.Wrong> why(
            ExchangeColumn column, JsonNode value, String text, Map<String, String> codes) {
        int length = text.codePointCount(0, text.length());
        if (column.needed() && text.isBlank()) {
            return Optional.of(new Reading.Wrong("missing"));
        }
        if (column.length() > 0 && length > column.length()) {
            return Optional.of(new Reading.Wrong("too-long", column.length(), length));
        }
        return column.codes().isEmpty()
                ? Optional.empty()
                : values(value).stream()
                        .filter(one -> !codes.containsKey(one))
                        .findFirst()
                        .map(one -> new Reading.Wrong("no-code", PlainWords.shown(one)));
    }

    private static JsonNode at(ObjectNode source, String path) {
        JsonNode at = source;
        for (String step : path.split("/")) {
            at = at.path(step);
        }
        return at.isMissingNode() ? JSON.nullNode() : at;
    }

    private static String plain(JsonNode value) {
        return String.join("\n", values(value));
    }

    private static String coded(JsonNode value, Map<String, String> codes) {
        return values(value).stream()
                .map(one -> codes.getOrDefault(one, ""))
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** A special procedure is coded by its kind. */
    private static List<String> values(JsonNode value) {
        if (value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            return List.of(value.asString());
        }
        return StreamSupport.stream(value.spliterator(), false)
                .map(one -> one.isObject() ? one.path("kind").asString() : one.asString())
                .toList();
    }
}
