package org.zhengtong.services.transfer.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhengtong.services.transfer.Import;
import tools.jackson.databind.json.JsonMapper;

/** Puts what readers find into the database, in lots. */
final class Staging implements RowSink {
    private static final int LOT = 500;
    private static final int LONGEST_CODE = 64;
    private final UUID id;
    private final StagedRows rows;
    private final ImportStore store;
    private final Findings findings;
    private final JsonMapper json;
    private final Map<Sheet, Map<String, String>> letters = new EnumMap<>(Sheet.class);
    private final List<StagedRows.Staged> lot = new ArrayList<>();
    private int read;

    Staging(UUID id, StagedRows rows, ImportStore store, Findings findings, JsonMapper json) {
        this.id = id;
        this.rows = rows;
        this.store = store;
        this.findings = findings;
        this.json = json;
    }

    @Override
    public void row(Sheet sheet, int line, Map<String, String> cells) {
        String code = CellReading.simple(cells.getOrDefault("code", ""));
        boolean nameless = code.isEmpty() || code.equals(EntryAssembly.REPORTED);
        if (nameless && sheet != Sheet.ENTRIES) {
            if (code.isEmpty()) {
                findings.add(
                        sheet.shownName(),
                        letters.getOrDefault(sheet, Map.of()).getOrDefault("code", "") + line,
                        sheet.column("code").header(),
                        new Reading.Wrong("required"));
            }
            return;
        }
        String key = nameless || code.length() > LONGEST_CODE ? "!" + line : code;
        add(new StagedRows.Staged(sheet.id(), line, key, json.writeValueAsString(cells)));
    }

    @Override
    public void columns(Sheet sheet, Map<String, String> where) {
        letters.put(sheet, where);
    }

    @Override
    public void document(int index, String code, String document) {
        boolean plain = !code.isBlank()
                && code.length() <= LONGEST_CODE
                && PlainWords.wrong(code, 99, false).isEmpty();
        add(new StagedRows.Staged(StagedRows.DOCUMENTS, index, plain ? code : "!" + index, document));
    }

    private void add(StagedRows.Staged row) {
        lot.add(row);
        read++;
        if (lot.size() >= LOT) {
            flush();
        }
    }

    void flush() {
        if (!lot.isEmpty()) {
            rows.add(id, lot);
            lot.clear();
            store.progress(id, Import.Step.READING, read, 0);
        }
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void look() {
        if (read % LOT == 0 && store.wasCancelled(id)) {
            throw new Cancelled();
        }
    }

    Map<Sheet, Map<String, String>> letters() {
        return letters;
    }
}
