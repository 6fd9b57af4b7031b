package org.zhengtong.services.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.Extension;
import org.zhengtong.services.cases.JointCases;
import org.zhengtong.services.cases.JointFile;
import org.zhengtong.services.cases.JointFile.Stage;
import org.zhengtong.services.cases.JointOrder;
import org.zhengtong.services.cases.JointReceipt;
import org.zhengtong.services.catalogue.ItemCode;

/** Files one thing as a whole, and shows it as a whole. */
@Service
class StoredJointCases implements JointCases {
    private final JointStore store;
    private final CaseStore cases;
    private final JointContinuation continuation;
    private final CaseNumbers numbers;
    private final WorkingCalendar calendar;
    private final Identity identity;
    private final Identifiers identifiers;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredJointCases(
            JointStore store,
            CaseStore cases,
            JointContinuation continuation,
            CaseNumbers numbers,
            WorkingCalendar calendar,
            Identity identity,
            Identifiers identifiers,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.continuation = continuation;
        this.numbers = numbers;
        this.calendar = calendar;
        this.identity = identity;
        this.identifiers = identifiers;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public JointReceipt file(JointOrder order) {
        return file(order, clock.instant());
    }

    JointReceipt file(JointOrder order, Instant at) {
        order.parts().stream()
                .filter(part -> !part.item().canBeFiled(order.channel() == Channel.WINDOW))
                .findFirst()
                .ifPresent(closed -> {
                    throw new Problem(409, "cases.item-closed", closed.item().name());
                });
        String applicantName = identity.nameOf(order.applicant());
        return Objects.requireNonNull(transaction.execute(_ -> write(order, applicantName, at)));
    }

    private JointReceipt write(JointOrder order, String applicantName, Instant at) {
        UUID id = identifiers.next();
        Optional<JointReceipt> fresh = store.insert(id, order, numbers.receipt(), applicantName, at);
        if (fresh.isEmpty()) {
            return store.given(order.key()).orElseThrow();
        }
        for (int i = 0; i < order.parts().size(); i++) {
            store.insert(id, i + 1, order.parts().get(i));
        }
        audit.append(
                id,
                "cases.file-jointly",
                "person:" + order.agent().value(),
                Map.of(
                        "bundle",
                        order.bundle().code(),
                        "version",
                        Integer.toString(order.bundle().version())));
        continuation.goOn(id, at);
        return fresh.get();
    }

    @Override
    public JointFile open(UUID id, PersonId reader) {
        return find(id).filter(file -> identity.reachOf(reader).mayReadAll(file.applicant()))
                .orElseThrow(StoredJointCases::unknown);
    }

    @Override
    public JointFile open(UUID id, StaffMember staff) {
        return find(id).filter(file -> concerns(file, staff)).orElseThrow(StoredJointCases::unknown);
    }

    /** Who handles one of its parts, or handles all items of the body that answers for the whole. */
    private static boolean concerns(JointFile file, StaffMember staff) {
        String body = staff.body().uscc().value();
        return file.parts().stream()
                        .anyMatch(part -> part.bodyUscc().equals(body) && StaffDuties.reads(staff, part.item()))
                || (file.leadBody().equals(body)
                        && StaffDuties.readsCases(staff.roles())
                        && staff.items().isAll());
    }

    @Override
    public List<JointFile> of(PersonId reader) {
        return store.of(identity.reachOf(reader).whole()).stream()
                .map(this::counted)
                .toList();
    }

    @Override
    public void extend(UUID id, StaffMember head, int days, String reason) {
        String words = SaidWords.checked(reason);
        LocalDate today = LocalDate.now(clock);
        JointFile file = open(id, head);
        if (!file.leadBody().equals(head.body().uscc().value()) || !head.hasWholly(Role.DECISION)) {
            throw new Problem(403, "cases.not-your-role");
        }
        if (words.isBlank()) {
            throw new Problem(422, "cases.reason-missing");
        }
        if (days < 1 || days > MOST_EXTENSION) {
            throw new Problem(422, "cases.joint-extension-days-wrong");
        }
        if (file.isClosed() || file.due().filter(due -> !due.isBefore(today)).isEmpty()) {
            throw new Problem(409, "cases.too-late-to-extend");
        }
        transaction.executeWithoutResult(_ -> {
            if (!store.extend(id, new Extension(days, today), words)) {
                throw new Problem(409, "cases.extended-before");
            }
            audit.append(id, "cases.extend-jointly", head.actor(), Map.of("days", Integer.toString(days)));
        });
    }

    /** Whoever may read it is decided by the caller. */
    Optional<JointFile> find(UUID id) {
        return store.find(id).map(this::counted).map(this::withTimeline);
    }

    /** With its last day, and with what cannot begin any more. */
    private JointFile counted(JointStore.Kept kept) {
        JointFile file = kept.file();
        int days = DAYS + file.extension().map(Extension::days).orElse(0);
        return with(file, kept.acceptedOn().map(day -> calendar.after(day, days)), blocked(file.parts()), List.of());
    }

    private JointFile withTimeline(JointFile file) {
        Map<CaseId, String> names = file.parts().stream()
                .filter(part -> part.filed().isPresent())
                .collect(Collectors.toMap(part -> part.filed().get().id(), JointFile.Part::itemName));
        List<JointFile.Moment> timeline = cases.stepsOf(names.keySet()).stream()
                .map(entry ->
                        new JointFile.Moment(names.getOrDefault(entry.getKey(), ""), entry.getKey(), entry.getValue()))
                .toList();
        return with(file, file.due(), file.parts(), timeline);
    }

    /** In their order, so that what waits for one that cannot begin is known when its turn comes. */
    private static List<JointFile.Part> blocked(List<JointFile.Part> parts) {
        List<JointFile.Part> known = new ArrayList<>(parts);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < known.size(); i++) {
                JointFile.Part part = known.get(i);
                List<String> by = part.stage() == Stage.WAITING ? without(known, part.waitsFor()) : List.of();
                if (!by.isEmpty()) {
                    known.set(
                            i,
                            new JointFile.Part(
                                    part.item(),
                                    part.itemName(),
                                    part.bodyUscc(),
                                    part.bodyName(),
                                    part.waitsFor(),
                                    Stage.CANNOT_BEGIN,
                                    part.filed(),
                                    by));
                    changed = true;
                }
            }
        }
        return List.copyOf(known);
    }

    private static List<String> without(List<JointFile.Part> parts, Collection<ItemCode> items) {
        return parts.stream()
                .filter(part -> items.contains(part.item()))
                .filter(part -> part.stage() == Stage.WITHOUT_RESULT || part.stage() == Stage.CANNOT_BEGIN)
                .map(JointFile.Part::itemName)
                .toList();
    }

    private static JointFile with(
            JointFile file, Optional<LocalDate> due, List<JointFile.Part> parts, List<JointFile.Moment> timeline) {
        return new JointFile(
                file.id(),
                file.receiptNumber(),
                file.bundle(),
                file.name(),
                file.leadBody(),
                file.leadBodyName(),
                file.applicant(),
                file.applicantName(),
                file.filedAt(),
                due,
                file.extension(),
                file.extensionReason(),
                parts,
                timeline);
    }

    private static Problem unknown() {
        return Problem.notFound("cases.unknown");
    }
}
