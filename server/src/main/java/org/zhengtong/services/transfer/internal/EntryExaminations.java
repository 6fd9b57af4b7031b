package org.zhengtong.services.transfer.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.BaseCatalogue;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.editing.ImportedDrafts;
import org.zhengtong.services.transfer.Import.Step;
import org.zhengtong.services.transfer.internal.StagedRows.Staged;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Examines all entries of an import, a lot at a time. */
@Component
class EntryExaminations {
    private static final int LOT = 200;
    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};
    private final Catalogue catalogue;
    private final BaseCatalogue base;
    private final Organisation organisation;
    private final ImportedDrafts drafts;
    private final StagedRows rows;
    private final ImportStore store;
    private final JsonMapper json;

    EntryExaminations(
            Catalogue catalogue,
            BaseCatalogue base,
            Organisation organisation,
            ImportedDrafts drafts,
            StagedRows rows,
            ImportStore store,
            JsonMapper json) {
        this.catalogue = catalogue;
        this.base = base;
        this.organisation = organisation;
        this.drafts = drafts;
        this.rows = rows;
        this.store = store;
        this.json = json;
    }

    /** @return how many say what is published already */
    int run(UUID id, StaffMember by, Map<Sheet, Map<String, String>> letters, Findings findings) {
        Round round = new Round(id, by, letters, findings);
        rows.settle();
        round.strays();
        Set<Integer> repeated = round.repeated();
        int total = rows.entries(id);
        int done = 0;
        for (List<Staged> lot = rows.entries(id, -1, LOT);
                !lot.isEmpty() && !findings.isFull();
                lot = rows.entries(id, lot.getLast().line(), LOT)) {
            store.progress(id, Step.CHECKING, done, total);
            if (store.wasCancelled(id)) {
                throw new RowSink.Cancelled();
            }
            round.examine(
                    lot.stream().filter(one -> !repeated.contains(one.line())).toList());
            done += lot.size();
        }
        return round.unchanged;
    }

    private final class Round {
        private final UUID id;
        private final StaffMember by;
        private final Map<Sheet, Map<String, String>> letters;
        private final Findings findings;
        private int unchanged;

        Round(UUID id, StaffMember by, Map<Sheet, Map<String, String>> letters, Findings findings) {
            this.id = id;
            this.by = by;
            this.letters = letters;
            this.findings = findings;
        }

        void strays() {
            for (Staged stray : rows.strays(id, Findings.MOST)) {
                Sheet sheet = Sheet.of(stray.sheet());
                wrongCode(sheet, stray.line(), new Reading.Wrong("unknown-item", PlainWords.shown(stray.code())));
            }
        }

        Set<Integer> repeated() {
            Set<Integer> lines = new HashSet<>();
            for (StagedRows.Repeated one : rows.repeated(id)) {
                lines.add(one.line());
                if (one.sheet().equals(StagedRows.DOCUMENTS)) {
                    findings.add(
                            "",
                            "$[" + one.line() + "].code",
                            Sheet.ENTRIES.column("code").header(),
                            new Reading.Wrong("code-twice", PlainWords.shown(one.code()), "$[" + one.first() + "]"));
                } else {
                    wrongCode(
                            Sheet.ENTRIES,
                            one.line(),
                            new Reading.Wrong(
                                    "code-twice", PlainWords.shown(one.code()), cell(Sheet.ENTRIES, one.first())));
                }
            }
            return lines;
        }

        private void wrongCode(Sheet sheet, int line, Reading.Wrong wrong) {
            findings.add(
                    sheet.shownName(), cell(sheet, line), sheet.column("code").header(), wrong);
        }

        private String cell(Sheet sheet, int line) {
            return letters.getOrDefault(sheet, Map.of()).getOrDefault("code", "") + line;
        }

        void examine(List<Staged> entries) {
            List<String> codes = entries.stream().map(Staged::code).toList();
            Set<ItemCode> open = drafts.open(codes.stream()
                    .flatMap(code -> ItemCode.parse(code).stream())
                    .toList());
            Map<String, List<Staged>> others =
                    rows.others(id, codes).stream().collect(Collectors.groupingBy(Staged::code));
            List<Integer> numbers = new ArrayList<>();
            List<String> documents = new ArrayList<>();
            for (Staged entry : entries) {
                Optional<ServiceItem> item = examine(entry, others.getOrDefault(entry.code(), List.of()), open);
                if (item.isPresent() && EntryExamination.isPublished(catalogue, item.get())) {
                    unchanged++;
                } else if (item.isPresent()) {
                    numbers.add(entry.line());
                    documents.add(json.writeValueAsString(item.get()));
                }
            }
            if (!numbers.isEmpty()) {
                rows.addChecked(id, numbers, documents);
            }
        }

        private Optional<ServiceItem> examine(Staged entry, List<Staged> others, Set<ItemCode> open) {
            boolean document = entry.sheet().equals(StagedRows.DOCUMENTS);
            Row.Places places = document ? Row.Places.ofDocument() : Row.Places.ofWorkbook(letters);
            int before = findings.blocking();
            Map<Sheet, List<Row>> parts = document
                    ? new DocumentReading(findings).rows(entry.line(), json.readTree(entry.cells()))
                    : sheets(entry, others);
            boolean strange = findings.blocking() > before;
            return new EntryExamination(catalogue, base, organisation, by, findings, places)
                    .examine(parts, open)
                    .filter(_ -> !strange);
        }

        private Map<Sheet, List<Row>> sheets(Staged entry, List<Staged> others) {
            Map<Sheet, List<Row>> parts = new EnumMap<>(Sheet.class);
            parts.put(Sheet.ENTRIES, List.of(row(entry)));
            others.forEach(other -> parts.computeIfAbsent(Sheet.of(other.sheet()), _ -> new ArrayList<>())
                    .add(row(other)));
            return parts;
        }

        private Row row(Staged staged) {
            Sheet sheet = Sheet.of(staged.sheet());
            Map<String, Reading> values = new HashMap<>();
            json.readValue(staged.cells(), CELLS)
                    .forEach((path, cell) -> values.put(
                            path,
                            cell.equals(EntryAssembly.REPORTED)
                                    ? new Reading.Wrong(EntryAssembly.REPORTED)
                                    : sheet.column(path).read(cell)));
            return new Row(sheet, String.valueOf(staged.line()), values);
        }
    }
}
