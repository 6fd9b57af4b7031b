package org.zhengtong.services.transfer.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Stewardship;
import org.zhengtong.services.editing.ImportedDrafts;
import org.zhengtong.services.editing.Stage;
import org.zhengtong.services.transfer.Fault;
import org.zhengtong.services.transfer.Format;
import org.zhengtong.services.transfer.Import;
import org.zhengtong.services.transfer.Transfer;
import tools.jackson.databind.json.JsonMapper;

@Service
class StoredTransfer implements Transfer {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_REASON = 500;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final ImportStore store;
    private final ImportedDrafts drafts;
    private final SchedulerClient scheduler;
    private final OneTimeTask<Void> job;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final Clock clock;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    StoredTransfer(
            Catalogue catalogue,
            Organisation organisation,
            ImportStore store,
            ImportedDrafts drafts,
            SchedulerClient scheduler,
            OneTimeTask<Void> transferImport,
            AuditLog audit,
            Identifiers identifiers,
            Clock clock,
            JsonMapper json,
            TransactionTemplate transaction) {
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.store = store;
        this.drafts = drafts;
        this.scheduler = scheduler;
        this.job = transferImport;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
        this.json = json;
        this.transaction = transaction;
    }

    @Override
    public List<Body> bodies(StaffMember by) {
        requireSteward(by);
        return organisation.bodies().stream()
                .filter(body -> Stewardship.sees(by, body))
                .toList();
    }

    @Override
    public void export(StaffMember by, Selection selection, Format format, OutputStream out) {
        List<ServiceItem> items = select(by, selection);
        try {
            if (format == Format.XLSX) {
                new WorkbookWriter(json).write(items, out);
            } else {
                documents(items, format, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The items themselves are in memory for all who ask; only what is written of them is new, and goes at once. */
    List<ServiceItem> select(StaffMember by, Selection selection) {
        Set<String> seen = bodies(by).stream()
                .filter(body ->
                        selection.body().isEmpty() || selection.body().get().equals(body.uscc()))
                .filter(body -> selection.division().isEmpty()
                        || Stewardship.isWithin(body, selection.division().get()))
                .map(body -> body.uscc().value())
                .collect(Collectors.toSet());
        return catalogue.items().stream()
                .filter(item -> seen.contains(item.bodyUscc()))
                .toList();
    }

    private void documents(List<ServiceItem> items, Format format, OutputStream out) throws IOException {
        boolean array = format == Format.JSON;
        String between = array ? "[\n" : "";
        for (ServiceItem item : items) {
            out.write(between.getBytes(StandardCharsets.US_ASCII));
            out.write(json.writeValueAsBytes(item));
            between = array ? ",\n" : "\n";
        }
        String end = array ? (items.isEmpty() ? "[]\n" : "\n]\n") : "\n";
        out.write(end.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void template(StaffMember by, OutputStream out) {
        requireSteward(by);
        try {
            new WorkbookWriter(json).template(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public UUID begin(StaffMember by, String fileName, InputStream content, boolean submit, String reason) {
        requireSteward(by);
        if (submit && reason.isBlank()) {
            throw new Problem(422, "transfer-reason");
        }
        if (PlainWords.wrong(reason.strip(), LONGEST_REASON, true).isPresent()) {
            throw new Problem(422, "transfer-reason-text", LONGEST_REASON);
        }
        UUID id = identifiers.next();
        Instant now = clock.instant();
        transaction.executeWithoutResult(_ -> {
            store.add(new Import(
                    id,
                    fileName(fileName),
                    0,
                    by.person(),
                    by.name(),
                    by.body().uscc(),
                    submit,
                    reason.strip(),
                    Import.Step.WAITING,
                    false,
                    0,
                    0,
                    0,
                    0,
                    now,
                    Optional.empty()));
            keep(id, content);
            audit.append(id, "transfer.begin", by.actor(), Map.of("review", String.valueOf(submit)));
            scheduler.scheduleIfNotExists(job.instance(id.toString()), now);
        });
        return id;
    }

    private void keep(UUID id, InputStream content) {
        try {
            if (store.keep(id, content) == 0) {
                throw new Problem(422, "transfer-empty-file");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fileName(String given) {
        String name = given.replaceAll(".*[/\\\\]", "")
                .replaceAll("[\\p{Cc}\\p{Cf}]", "")
                .strip();
        int length = name.codePointCount(0, name.length());
        return length > LONGEST_NAME ? name.substring(name.offsetByCodePoints(0, length - LONGEST_NAME)) : name;
    }

    @Override
    public List<Import> imports(StaffMember by) {
        return store.latest(bodies(by).stream().map(body -> body.uscc().value()).toList());
    }

    @Override
    public Import find(StaffMember by, UUID id) {
        requireSteward(by);
        return store.find(id)
                .filter(made -> organisation
                        .body(made.body())
                        .filter(body -> Stewardship.sees(by, body))
                        .isPresent())
                .orElseThrow(() -> Problem.notFound("transfer-unknown"));
    }

    @Override
    public List<Fault> faults(StaffMember by, UUID id, int from, int most) {
        return store.faults(find(by, id).id(), from, most);
    }

    @Override
    public Map<Stage, Integer> drafts(StaffMember by, UUID id) {
        return drafts.stages(store.drafts(find(by, id).id()));
    }

    @Override
    public void cancel(StaffMember by, UUID id) {
        Import made = find(by, id);
        if (!made.by().equals(by.person())) {
            throw new Problem(403, "transfer-not-yours");
        }
        transaction.executeWithoutResult(_ -> {
            if (!store.cancel(id)) {
                throw new Problem(409, "transfer-over");
            }
            audit.append(id, "transfer.cancel", by.actor(), Map.of());
        });
    }

    @Override
    public int approve(StaffMember by, UUID id, LocalDate publishOn) {
        Import made = find(by, id);
        try {
            return Objects.requireNonNull(transaction.execute(_ -> {
                int approved = drafts.approve(by, store.drafts(made.id()), publishOn);
                audit.append(
                        id,
                        "transfer.approve",
                        by.actor(),
                        Map.of("drafts", String.valueOf(approved), "day", publishOn.toString()));
                return approved;
            }));
        } catch (Problem refused) {
            throw Stream.of("own-work", "day-past", "not-in-this-stage")
                    .filter(why -> refused.code().equals("editing-" + why))
                    .findFirst()
                    .map(why -> new Problem(409, "transfer-" + why))
                    .orElse(refused);
        }
    }

    private static void requireSteward(StaffMember by) {
        if (!by.has(Role.CATALOGUE)) {
            throw new Problem(403, "catalogue-not-yours");
        }
    }
}
