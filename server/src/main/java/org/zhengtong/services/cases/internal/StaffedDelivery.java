package org.zhengtong.services.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.ItemScope;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.Delivered;
import org.zhengtong.services.cases.DeliveryWish;
import org.zhengtong.services.cases.DueDate;
import org.zhengtong.services.cases.ResultDelivery;
import org.zhengtong.services.cases.WaitingResult;

/** Hands results over. Only what is needed for it is told: never what was filed. */
@Service
class StaffedDelivery implements ResultDelivery {
    private static final int MOST = 200;
    private static final Set<CaseState> WAITING = EnumSet.of(CaseState.GRANTED, CaseState.REFUSED);

    private final JdbcClient sql;
    private final CaseStore store;
    private final CaseWork work;
    private final Identity identity;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaffedDelivery(
            JdbcClient sql,
            CaseStore store,
            CaseWork work,
            Identity identity,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.store = store;
        this.work = work;
        this.identity = identity;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<WaitingResult> waiting(StaffMember staff, Set<String> bodies) {
        ItemScope items = permitted(staff);
        if (bodies.isEmpty()) {
            return List.of();
        }
        LocalDate today = today(clock.instant());
        return sql
                .sql("""
                        select id from cases.case_file
                        where body in (:bodies) and state in (:states) and %s
                        order by due nulls last, filed_at, id limit :most
                        """.formatted(items.isAll() ? "true" : "item in (:items)"))
                .param("items", List.copyOf(items.items()))
                .param("bodies", bodies)
                .param("states", WAITING.stream().map(Enum::name).toList())
                .param("most", MOST)
                .query(UUID.class)
                .list()
                .stream()
                .flatMap(id -> store.find(new CaseId(id), today).stream())
                .map(file -> result(file, Optional.empty()))
                .toList();
    }

    @Override
    public WaitingResult open(CaseId id, StaffMember staff, Set<String> bodies) {
        CaseFile file = find(id, staff, bodies, clock.instant());
        transaction.executeWithoutResult(_ -> audit.append(id.value(), "cases.open-delivery", staff.actor(), Map.of()));
        return result(
                file,
                Optional.of(file.applicantName()).filter(_ -> file.delivery().way() == DeliveryWish.Way.POST));
    }

    @Override
    public void deliver(CaseId id, StaffMember staff, Set<String> bodies, OptionalLong version, Delivered how) {
        deliver(id, staff, bodies, version, how, clock.instant());
    }

    void deliver(CaseId id, StaffMember staff, Set<String> bodies, OptionalLong version, Delivered how, Instant at) {
        Delivered checked = checked(how);
        transaction.executeWithoutResult(_ -> {
            CaseFile file = find(id, staff, bodies, at);
            if (version.isPresent() && version.getAsLong() != file.version()) {
                throw new Problem(409, "cases.changed");
            }
            if (file.agent().equals(staff.person())
                    || file.applicant().id().equals(staff.person().value())) {
                throw new Problem(403, "cases.own-matter");
            }
            work.carryOut(file, new CaseCommand.Deliver(checked.facts()), Actor.of(staff), at, CaseWork.Hands.of(file));
        });
    }

    private CaseFile find(CaseId id, StaffMember staff, Set<String> bodies, Instant at) {
        ItemScope items = permitted(staff);
        CaseFile file = store.find(id, today(at))
                .filter(found -> bodies.contains(found.bodyUscc())
                        && items.covers(found.item().value()))
                .orElseThrow(() -> Problem.notFound("cases.unknown"));
        if (!WAITING.contains(file.state())) {
            throw new Problem(409, "cases.not-waiting");
        }
        return file;
    }

    /** Who filed, unless it was for another person and without the power to collect. */
    private PersonId collector(CaseFile file) {
        return file.applicant() instanceof Party.Person(PersonId applicant)
                        && !applicant.equals(file.agent())
                        && !identity.reachOf(file.agent())
                                .mayCollect(file.applicant(), file.item().value())
                ? applicant
                : file.agent();
    }

    private WaitingResult result(CaseFile file, Optional<String> addressee) {
        Optional<DueDate> clock =
                file.clocks().stream().filter(DueDate::isRunning).findFirst();
        return new WaitingResult(
                file.id(),
                file.version(),
                file.receiptNumber(),
                file.item(),
                file.itemName(),
                file.bodyUscc(),
                file.bodyName(),
                MaskedName.of(file.applicantName()),
                file.applicant(),
                collector(file),
                file.standing().outcome().orElseThrow(),
                file.delivery(),
                addressee,
                clock.flatMap(DueDate::due),
                clock.map(DueDate::daysLeft).orElse(0),
                clock.map(DueDate::light));
    }

    private static Delivered checked(Delivered how) {
        return switch (how) {
            case Delivered.AtWindow(String receiver, Optional<UUID> signed) ->
                new Delivered.AtWindow(required(receiver, "cases.receiver-missing"), signed);
            case Delivered.ByAgent agent -> agent;
            case Delivered.ByPost(String carrier, String number) ->
                new Delivered.ByPost(
                        required(carrier, "cases.carrier-missing"),
                        tracking(required(number, "cases.tracking-missing")));
            case Delivered.Electronically electronic -> electronic;
        };
    }

    private static String required(String text, String otherwise) {
        String words = SaidWords.checked(text);
        if (words.isBlank()) {
            throw new Problem(422, otherwise);
        }
        return words;
    }

    /** Letters and digits as carriers print them (YZ/T 0123); blanks between them are habits of typing. */
    private static String tracking(String typed) {
        String number = typed.replaceAll("[\\s-]", "").toUpperCase(java.util.Locale.ROOT);
        if (!number.matches("[0-9A-Z]{8,24}")) {
            throw new Problem(422, "cases.tracking-wrong");
        }
        return number;
    }

    private static ItemScope permitted(StaffMember staff) {
        return staff.scope(Role.ACCEPTANCE).orElseThrow(() -> new Problem(403, "cases.not-your-role"));
    }

    private static LocalDate today(Instant at) {
        return LocalDate.ofInstant(at, Page.ZONE);
    }
}
