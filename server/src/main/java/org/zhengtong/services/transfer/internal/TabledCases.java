package org.zhengtong.services.transfer.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.files.CommaLines;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseRecords;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.PipeTable;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.services.systems.Evaluation;
import org.zhengtong.services.systems.Evaluations;
import org.zhengtong.services.transfer.CaseExchange;
import org.zhengtong.services.transfer.CaseProfile;
import org.zhengtong.services.transfer.Misfit;
import org.zhengtong.services.transfer.internal.ExchangeTables.ExchangeColumn;
import tools.jackson.databind.json.JsonMapper;

/** Reads cases batch by batch and writes their rows at once: what was written is held no longer. */
@Service
class TabledCases implements CaseExchange {
    private static final int SHOWN = 100;
    private static final int BATCH = 200;
    private static final int LONGEST_PURPOSE = 100;
    private static final Set<String> MASKED = PipeTable.read("services/transfer/case-profiles.psv").rows().stream()
            .filter(row -> row.get("personal").equals("脱敏"))
            .map(row -> row.get("id"))
            .collect(Collectors.toUnmodifiableSet());

    private final StoredTransfer transfer;
    private final CaseRecords records;
    private final CaseChanges changes;
    private final Catalogue catalogue;
    private final Licences licences;
    private final Evaluations evaluations;
    private final ExchangedPeople people;
    private final FileStore files;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    TabledCases(
            StoredTransfer transfer,
            CaseRecords records,
            CaseChanges changes,
            Catalogue catalogue,
            Licences licences,
            Evaluations evaluations,
            ExchangedPeople people,
            FileStore files,
            AuditLog audit,
            Identifiers identifiers,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.transfer = transfer;
        this.records = records;
        this.changes = changes;
        this.catalogue = catalogue;
        this.licences = licences;
        this.evaluations = evaluations;
        this.people = people;
        this.files = files;
        this.audit = audit;
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.json = json;
    }

    @Override
    public List<CaseProfile> profiles() {
        return ExchangeTables.ofCases().stream().map(TabledCases::profile).toList();
    }

    @Override
    public CaseProfile profile(String id) {
        return profile(tables(id));
    }

    private static CaseProfile profile(ExchangeTables tables) {
        return new CaseProfile(
                tables.profile().id(),
                tables.profile().name(),
                tables.profile().note(),
                MASKED.contains(tables.profile().id()),
                List.copyOf(tables.tables().keySet()));
    }

    private static ExchangeTables tables(String id) {
        return ExchangeTables.ofCases(id).orElseThrow(() -> Problem.notFound("transfer-profile"));
    }

    @Override
    public Report report(StaffMember by, CaseProfile profile, Selection.Days days) {
        Set<String> bodies = bodies(by);
        if (days.from().isAfter(days.until()) || ChronoUnit.DAYS.between(days.from(), days.until()) >= MOST_DAYS) {
            throw new Problem(422, "transfer-days", MOST_DAYS);
        }
        ExchangeTables tables = tables(profile.id());
        Tally tally = new Tally();
        List<Misfit> first = new ArrayList<>();
        each(
                bodies,
                days,
                batch -> documents(batch, tables, this.people::masked, tally).forEach(document -> {
                    CaseRows rows = CaseRows.of(document, tables);
                    tally.count(rows);
                    rows.misfits().stream().limit(SHOWN - first.size()).forEach(first::add);
                }));
        return new Report(tally.fitting, tally.leftOut, tally.unanswered, first, tally.misfits);
    }

    @Override
    public void allow(StaffMember by, Order order) {
        bodies(by);
        String purpose = PlainText.tidy(order.purpose());
        boolean said = !purpose.isEmpty()
                && PlainText.check("purpose", purpose, LONGEST_PURPOSE).isEmpty();
        if (!order.profile().masked() && !said) {
            throw new Problem(422, "transfer-purpose", LONGEST_PURPOSE);
        }
        if (order.selection() instanceof Selection.Days(var from, var until) && from.isAfter(until)) {
            throw new Problem(422, "transfer-days", MOST_DAYS);
        }
    }

    @Override
    public long newest(StaffMember by) {
        bodies(by);
        return changes.newest();
    }

    @Override
    public void lines(StaffMember by, Order order, OutputStream out) {
        try (Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            long until = changes.newest();
            Tally tally = write(by, order, until, "", (document, rows) -> {
                rows.rows().forEach((table, own) -> own.forEach(row -> line(lines, new TableLine(table, row))));
                rows.misfits().forEach(misfit -> line(lines, new MisfitLine(misfit)));
            });
            line(lines, new LastLine(tally.fitting, tally.leftOut, tally.unanswered, until));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record TableLine(String table, Map<String, String> row) {}

    record MisfitLine(Misfit misfit) {}

    /** @param until where the next export goes on */
    record LastLine(int cases, int leftOut, int unanswered, long until) {}

    private void line(Writer lines, Object document) {
        try {
            lines.write(json.writeValueAsString(document));
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void table(StaffMember by, Order order, String table, OutputStream out) {
        Optional<List<ExchangeColumn>> columns =
                Optional.ofNullable(tables(order.profile().id()).tables().get(table));
        if (columns.isEmpty() && !table.equals(MISFITS)) {
            throw Problem.notFound("transfer-profile");
        }
        try (Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            lines.write('\ufeff');
            CommaLines.write(
                    lines,
                    columns.map(own -> own.stream().map(ExchangeColumn::name).toList())
                            .orElse(List.of("code", "name", "part", "table", "column", "why", "words")));
            write(by, order, changes.newest(), table, (_, rows) -> {
                rows.rows()
                        .getOrDefault(table, List.of())
                        .forEach(row -> CommaLines.write(lines, List.copyOf(row.values())));
                if (table.equals(MISFITS)) {
                    rows.misfits().forEach(misfit -> CommaLines.write(lines, cells(misfit)));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(Misfit one) {
        return List.of(
                one.code(),
                one.name(),
                one.part(),
                one.table(),
                one.column(),
                one.why(),
                String.join(" ", one.words()));
    }

    private interface Written {
        void write(CaseDocument document, CaseRows rows);
    }

    private Tally write(StaffMember by, Order order, long until, String table, Written written) {
        allow(by, order);
        UUID export = identifiers.next();
        audited(by, order, export, "transfer.export-cases", Map.of("table", table));
        ExchangeTables tables = tables(order.profile().id());
        String purpose = order.profile().name() + " · " + PlainText.tidy(order.purpose());
        Seen seen = order.profile().masked() || table.equals(MISFITS)
                ? this.people::masked
                : file -> this.people.plain(file, by.actor(), purpose);
        Tally tally = new Tally();
        Consumer<List<CaseFile>> batch =
                files -> documents(files, tables, seen, tally).forEach(document -> {
                    CaseRows rows = CaseRows.of(document, tables);
                    tally.count(rows);
                    written.write(document, rows);
                });
        switch (order.selection()) {
            case Selection.Days days -> each(bodies(by), days, batch);
            case Selection.Since(long sequence) -> since(bodies(by), sequence, until, batch);
        }
        audited(by, order, export, "transfer.exported-cases", Map.of("cases", Integer.toString(tally.fitting)));
        return tally;
    }

    private void audited(StaffMember by, Order order, UUID export, String action, Map<String, String> more) {
        Map<String, String> facts = new HashMap<>(more);
        facts.put("profile", order.profile().id());
        facts.put("selection", order.selection().toString());
        facts.put("purpose", PlainText.tidy(order.purpose()));
        transaction.executeWithoutResult(_ -> audit.append(export, action, by.actor(), facts));
    }

    private void each(Set<String> bodies, Selection.Days days, Consumer<List<CaseFile>> batch) {
        records.each(bodies, days.from(), days.until(), batch);
    }

    private void since(Set<String> bodies, long sequence, long until, Consumer<List<CaseFile>> batch) {
        List<CaseChanges.Change> changed = changes.since(sequence, until, BATCH);
        while (!changed.isEmpty()) {
            batch.accept(records
                    .find(changed.stream().map(CaseChanges.Change::caseId).toList())
                    .stream()
                    .filter(file -> bodies.contains(file.bodyUscc()))
                    .toList());
            changed = changes.since(changed.getLast().sequence(), until, BATCH);
        }
    }

    private interface Seen {
        ExchangedPeople.People of(CaseFile file);
    }

    private List<CaseDocument> documents(List<CaseFile> batch, ExchangeTables tables, Seen seen, Tally tally) {
        List<CaseFile> answered =
                batch.stream().filter(CaseDocument::isAnswered).toList();
        tally.unanswered += batch.size() - answered.size();
        boolean masked = MASKED.contains(tables.profile().id());
        Map<UUID, List<Evaluation>> rated =
                evaluations.of(answered.stream().map(file -> file.id().value()).toList());
        return answered.stream()
                .map(file -> new CaseDocument(
                        file,
                        catalogue.item(file.item(), file.itemVersion()),
                        file.licence().flatMap(licences::find),
                        rated.getOrDefault(file.id().value(), List.of()),
                        seen.of(file),
                        masked,
                        tables.codes().getOrDefault("stage", Map.of()),
                        masked ? Map.of() : names(CaseDocument.files(file))))
                .toList();
    }

    private Map<UUID, String> names(Collection<UUID> wanted) {
        Map<UUID, String> names = new HashMap<>();
        wanted.forEach(id -> files.find(id).ifPresent(file -> names.put(id, file.name())));
        return names;
    }

    private Set<String> bodies(StaffMember by) {
        return transfer.bodies(by).stream().map(body -> body.uscc().value()).collect(Collectors.toUnmodifiableSet());
    }

    private static final class Tally {
        private int fitting;
        private int leftOut;
        private int unanswered;
        private int misfits;

        void count(CaseRows rows) {
            misfits += rows.misfits().size();
            if (rows.misfits().isEmpty()) {
                fitting++;
            } else {
                leftOut++;
            }
        }
    }
}
