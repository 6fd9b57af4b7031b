package org.zhengtong.services.transfer.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.editing.ImportedDrafts;
import org.zhengtong.services.transfer.Import;
import org.zhengtong.services.transfer.Import.Step;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries out an import: reads the file into the database, checks entry by entry, and keeps all of it in one transaction
 * or nothing. A node that dies in the middle is followed by another that begins again.
 */
@Component
class ImportWork {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
    private static final int LOT = 200;
    private final ImportStore store;
    private final StagedRows rows;
    private final EntryExaminations examinations;
    private final ImportedDrafts drafts;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Clock clock;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;

    ImportWork(
            ImportStore store,
            StagedRows rows,
            EntryExaminations examinations,
            ImportedDrafts drafts,
            Organisation organisation,
            AuditLog audit,
            Clock clock,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.rows = rows;
        this.examinations = examinations;
        this.drafts = drafts;
        this.organisation = organisation;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void run(UUID id) {
        Optional<Import> waiting = store.find(id).filter(made -> !made.step().isOver());
        if (waiting.isEmpty()) {
            return;
        }
        store.clear(id);
        Findings findings = new Findings((first, faults) -> store.keep(id, first, faults));
        try {
            carryOut(waiting.get(), findings);
        } catch (RowSink.Cancelled called) {
            finish(id, findings, Step.CANCELLED, 0);
        } catch (RuntimeException | IOException e) {
            LOG.error("the import {} broke off; nothing of it was kept", id, e);
            finish(id, findings, Step.BROKEN, 0);
        }
        store.tidy(id);
    }

    private void carryOut(Import made, Findings findings) throws IOException {
        UUID id = made.id();
        Optional<StaffMember> by = organisation.staff(made.by()).filter(staff -> staff.has(Role.CATALOGUE));
        if (by.isEmpty()) {
            findings.add(new BadFile("not-yours"));
            finish(id, findings, Step.REFUSED, 0);
            return;
        }
        Staging staging = new Staging(id, rows, store, findings, json);
        try {
            read(id, staging);
        } catch (BadFile bad) {
            findings.add(bad);
            finish(id, findings, Step.REFUSED, 0);
            return;
        }
        int unchanged = examinations.run(id, by.get(), staging.letters(), findings);
        if (findings.blocking() > 0) {
            finish(id, findings, Step.REFUSED, unchanged);
        } else {
            keep(made, by.get(), findings, unchanged);
        }
    }

    private void read(UUID id, Staging staging) throws IOException, BadFile {
        store.progress(id, Step.READING, 0, 0);
        Path file = Files.createTempFile("zt-import", ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                store.copy(id, out);
            }
            switch (FileKind.of(file)) {
                case WORKBOOK -> new WorkbookReader(staging).read(file);
                case DOCUMENTS -> new DocumentReader(staging).read(file);
            }
            staging.flush();
        } finally {
            Files.delete(file);
        }
        if (rows.entries(id) == 0 && staging.findings().blocking() == 0) {
            throw new BadFile("no-entries");
        }
    }

    private void keep(Import made, StaffMember by, Findings findings, int unchanged) {
        UUID id = made.id();
        int total = rows.checked(id);
        try {
            transaction.executeWithoutResult(_ -> {
                int done = 0;
                for (var lot = rows.checked(id, -1, LOT); !lot.isEmpty(); lot = after(id, lot)) {
                    show(id, done, total);
                    done += begin(made, by, lot);
                }
                if (store.isCancelled(id)) {
                    throw new RowSink.Cancelled();
                }
                audit.append(
                        id,
                        "transfer.import",
                        by.actor(),
                        Map.of("drafts", String.valueOf(total), "review", String.valueOf(made.submit())));
                findings.flush();
                store.progress(id, Step.KEEPING, total, total);
                store.finish(id, Step.DONE, 0, unchanged, clock.instant());
            });
        } catch (Problem meanwhile) {
            findings.add(new BadFile("meanwhile"));
            finish(id, findings, Step.REFUSED, unchanged);
        }
    }

    private int begin(Import made, StaffMember by, List<StagedRows.Checked> lot) {
        List<ServiceItem> items = new ArrayList<>();
        lot.forEach(one -> items.add(json.readValue(one.document(), ServiceItem.class)));
        store.add(made.id(), drafts.begin(by, items, made.submit(), made.reason()));
        return lot.size();
    }

    private List<StagedRows.Checked> after(UUID id, List<StagedRows.Checked> lot) {
        return rows.checked(id, lot.getLast().number(), LOT);
    }

    /** Others see how far it is though nothing is kept yet. */
    private void show(UUID id, int done, int total) {
        apart.executeWithoutResult(_ -> {
            if (store.wasCancelled(id)) {
                throw new RowSink.Cancelled();
            }
            store.progress(id, Step.KEEPING, done, total);
        });
    }

    private void finish(UUID id, Findings findings, Step end, int unchanged) {
        findings.flush();
        store.finish(id, end, findings.blocking(), unchanged, clock.instant());
    }
}
