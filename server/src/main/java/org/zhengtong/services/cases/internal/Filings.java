package org.zhengtong.services.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.services.cases.CaseEvent;
import org.zhengtong.services.cases.CaseReplay;
import org.zhengtong.services.cases.CaseRules;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.Receipt;
import org.zhengtong.services.cases.Renewal;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.licences.Licences;

/**
 * The hot path: one transaction of three statements (case with step, event, audit leaf) and one commit. Before it, one
 * statement reads the applicant's name.
 */
@Component
class Filings {
    private static final int TRIES = 5;

    private final CaseStore store;
    private final CaseNumbers numbers;
    private final WorkingCalendar calendar;
    private final Identifiers identifiers;
    private final Identity identity;
    private final Licences licences;
    private final Outbox outbox;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    Filings(
            CaseStore store,
            CaseNumbers numbers,
            WorkingCalendar calendar,
            Identifiers identifiers,
            Identity identity,
            Licences licences,
            Outbox outbox,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.store = store;
        this.numbers = numbers;
        this.calendar = calendar;
        this.identifiers = identifiers;
        this.identity = identity;
        this.licences = licences;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
    }

    Receipt file(FilingOrder order, Instant at) {
        if (!order.item().canBeFiled(order.channel() == Channel.WINDOW)) {
            throw new Problem(409, "cases.item-closed", order.item().name());
        }
        String applicantName = identity.nameOf(order.applicant());
        return file(order, applicantName, at, TRIES);
    }

    /** A case that follows from another one, in the running transaction. */
    Receipt goOn(FilingOrder order, String applicantName, Map<String, String> facts, Optional<UUID> joint, Instant at) {
        return write(order, filing(order, applicantName, at, facts, joint)).orElseGet(() -> given(order));
    }

    /** The licence a filing for a renewal is about: of several the one that expires first. */
    private Optional<Renewal> renewal(FilingOrder order, Instant at) {
        if (!order.item().further().isRenewal(order.situations())) {
            return Optional.empty();
        }
        return licences.heldBy(order.applicant()).stream()
                .filter(licence -> licence.isValid()
                        && order.item()
                                .licenceType()
                                .filter(licence.type()::equals)
                                .isPresent())
                .flatMap(licence -> licence
                        .validUntil()
                        .map(until -> new Renewal(licence.id(), until, LocalDate.ofInstant(at, Page.ZONE)))
                        .stream())
                .min(Comparator.comparing(Renewal::until));
    }

    private CaseStore.Filing filing(
            FilingOrder order, String applicantName, Instant at, Map<String, String> facts, Optional<UUID> joint) {
        Optional<Renewal> renewal = renewal(order, at);
        Map<String, String> all = new HashMap<>(facts);
        renewal.map(CaseReplay::renewing).ifPresent(all::putAll);
        return new CaseStore.Filing(
                identifiers.next(),
                numbers.receipt(),
                applicantName,
                calendar.after(LocalDate.ofInstant(at, Page.ZONE), CaseRules.DAYS_TO_ACCEPT),
                at,
                all,
                joint,
                renewal);
    }

    private Receipt file(FilingOrder order, String applicantName, Instant at, int tries) {
        CaseStore.Filing filing = filing(order, applicantName, at, Map.of(), Optional.empty());
        try {
            Optional<Receipt> filed = transaction.execute(_ -> write(order, filing));
            return filed.orElseGet(() -> given(order));
        } catch (DuplicateKeyException taken) {
            if (tries == 1) {
                throw taken;
            }
            return file(order, applicantName, at, tries - 1);
        }
    }

    private Optional<Receipt> write(FilingOrder order, CaseStore.Filing filing) {
        Optional<Receipt> filed = store.insert(order, filing);
        filed.ifPresent(receipt -> {
            outbox.publish(
                    "cases.filed",
                    filing.id(),
                    new CaseEvent(
                            filing.id(),
                            filing.receiptNumber(),
                            order.item().code().value(),
                            order.item().bodyUscc(),
                            order.applicant().id(),
                            StepKind.FILED,
                            CaseState.SUBMITTED,
                            Optional.empty(),
                            filing.at()));
            audit.append(
                    filing.id(),
                    "cases.file",
                    "person:" + order.agent().value(),
                    Map.of(
                            "item",
                            order.item().code().value(),
                            "version",
                            Integer.toString(order.item().version())));
        });
        return filed;
    }

    /**
     * The first receipt of the key. A key of somebody else is not answered, nor one that a program uses for another
     * filing; a draft sent off twice is one filing, whatever was typed between.
     */
    private Receipt given(FilingOrder order) {
        CaseStore.Given given = store.given(order.key()).orElseThrow();
        boolean same = order.channel() == Channel.API
                ? given.isFor(order)
                : given.applicant().equals(order.applicant().id());
        if (!same) {
            throw new Problem(409, "cases.key-used");
        }
        return given.receipt();
    }
}
