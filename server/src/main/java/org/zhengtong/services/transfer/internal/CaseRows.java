package org.zhengtong.services.transfer.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhengtong.services.transfer.Misfit;
import tools.jackson.databind.node.ObjectNode;

/**
 * A case in the tables of a profile.
 *
 * @param rows table → rows of column → text; empty when something does not fit
 */
record CaseRows(Map<String, List<Map<String, String>>> rows, List<Misfit> misfits) {

    static CaseRows of(CaseDocument document, ExchangeTables tables) {
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        Set<Misfit> misfits = new LinkedHashSet<>();
        TabledRow.Subject subject = new TabledRow.Subject(
                document.file().caseNumber(), document.file().itemName());
        tables.tables().forEach((table, columns) -> {
            List<Map<String, String>> own = new ArrayList<>();
            for (ObjectNode source : document.sources(table)) {
                own.add(TabledRow.of(subject, table, columns, source, tables, misfits));
            }
            rows.put(table, own);
        });
        return new CaseRows(misfits.isEmpty() ? rows : Map.of(), List.copyOf(misfits));
    }
}
