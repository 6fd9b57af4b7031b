package org.zhengtong.services.transfer.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.zhengtong.services.catalogue.HandlingItem;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.transfer.Misfit;
import org.zhengtong.services.transfer.internal.ExchangeTables.ExchangeColumn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry in the tables of a profile.
 *
 * @param rows table → rows of column → text; empty when something does not fit
 */
record ExchangeRows(Map<String, List<Map<String, String>>> rows, List<Misfit> misfits) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static ExchangeRows of(ServiceItem item, ExchangeTables tables, JsonMapper json) {
        JsonNode document = json.valueToTree(item);
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        // what is the entry's own stands in the row of each material, and is told once
        Set<Misfit> misfits = new LinkedHashSet<>();
        tables.tables().forEach((table, columns) -> {
            List<Map<String, String>> own = new ArrayList<>();
            for (ObjectNode source : sources(table, item, document)) {
                own.add(row(item, table, columns, source, tables, misfits));
            }
            rows.put(table, own);
        });
        return new ExchangeRows(misfits.isEmpty() ? rows : Map.of(), List.copyOf(misfits));
    }

    /** What a row is made of: the document of the entry, with what the exchange adds. */
    private static List<ObjectNode> sources(String table, ServiceItem item, JsonNode document) {
        ObjectNode whole = ((ObjectNode) document).deepCopy();
        whole.put("@itemGuid", guid("item", item));
        whole.put("@extendGuid", guid("extend", item));
        whole.put("@workingDays", "WORKING_DAYS");
        whole.put("@fee", item.feeStandard().isPresent());
        whole.put("@resultType", item.licenceType().isPresent() ? "LICENCE" : "OTHER");
        ArrayNode channels = whole.putArray("@channels").add("WINDOW");
        if (item.online()) {
            channels.add("WEB");
        }
        if (item.postAccepted()) {
            channels.add("POST");
        }
        List<ObjectNode> sources = new ArrayList<>();
        if (table.endsWith("_MATERIAL")) {
            JsonNode materials = whole.path("materials");
            for (int i = 0; i < materials.size(); i++) {
                ObjectNode one = whole.deepCopy();
                one.set("material", materials.get(i));
                one.put("@order", i + 1);
                one.put(
                        "@materialGuid",
                        guid("material " + materials.get(i).path("id").asString(), item));
                sources.add(one);
            }
        } else if (table.endsWith("_HANDLE_BASIC")) {
            for (HandlingItem handling : item.handlingItems()) {
                ObjectNode one = whole.deepCopy();
                one.putObject("handlingItem").put("name", handling.name());
                one.put("@handlingCode", handling.code(item.code()));
                one.put("@handlingGuid", guid("handling " + handling.sequence(), item));
                sources.add(one);
            }
        } else {
            sources.add(whole);
        }
        return sources;
    }

    /** The same thing has the same identifier whenever it is sent. */
    private static String guid(String what, ServiceItem item) {
        String name = "transfer " + what + " " + item.code() + " " + item.version();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Map<String, String> row(
            ServiceItem item,
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
                            item.code().value(),
                            item.name(),
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
