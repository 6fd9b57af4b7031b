package org.zhengtong.services.transfer.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.zhengtong.services.catalogue.HandlingItem;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.transfer.Misfit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry in the tables of a profile.
 *
 * @param rows table → rows of column → text; empty when something does not fit
 */
record ExchangeRows(Map<String, List<Map<String, String>>> rows, List<Misfit> misfits) {
    static ExchangeRows of(ServiceItem item, ExchangeTables tables, JsonMapper json) {
        JsonNode document = json.valueToTree(item);
        TabledRow.Subject subject = new TabledRow.Subject(item.code().value(), item.name());
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        // what is the entry's own stands in the row of each material, and is told once
        Set<Misfit> misfits = new LinkedHashSet<>();
        tables.tables().forEach((table, columns) -> {
            List<Map<String, String>> own = new ArrayList<>();
            for (ObjectNode source : sources(table, item, document)) {
                own.add(TabledRow.of(subject, table, columns, source, tables, misfits));
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
}
