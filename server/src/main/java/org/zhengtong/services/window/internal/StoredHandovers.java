package org.zhengtong.services.window.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.filing.WindowFiling;
import org.zhengtong.services.filing.WindowFiling.Attended;
import org.zhengtong.services.window.Handover;
import org.zhengtong.services.window.Handovers;
import org.zhengtong.services.window.Visit;
import org.zhengtong.services.window.Visit.Standing;

/** Hands matters over from window to window. */
@Service
class StoredHandovers implements Handovers {
    private static final int LONGEST_REASON = 300;

    private final HandoverStore store;
    private final ServedVisits visits;
    private final WindowFiling filing;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredHandovers(
            HandoverStore store,
            ServedVisits visits,
            WindowFiling filing,
            Organisation organisation,
            AuditLog audit,
            Identifiers identifiers,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.visits = visits;
        this.filing = filing;
        this.organisation = organisation;
        this.audit = audit;
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Answer handOver(StaffMember clerk, UUID id, Optional<UUID> draft, String toUscc, String reason) {
        Visit visit = visits.require(clerk, id, Standing.CONFIRMED);
        List<WrongField> wrong = new ArrayList<>();
        Optional<Body> to = Uscc.parse(toUscc)
                .flatMap(organisation::body)
                .filter(body -> !body.uscc().equals(clerk.body().uscc()));
        if (to.isEmpty()) {
            wrong.add(new WrongField("to", "window.wrong.body"));
        }
        String tidy = PlainText.tidy(reason);
        PlainText.checkRequired("reason", tidy, LONGEST_REASON, "window.wrong.reason")
                .ifPresent(wrong::add);
        Optional<Attended> matter = draft.flatMap(one -> filing.of(id).stream()
                .filter(attended ->
                        attended.id().equals(one) && attended.filed().isEmpty())
                .findFirst());
        if (draft.isPresent() && matter.isEmpty()) {
            throw Problem.notFound("filing.unknown-draft");
        }
        if (!wrong.isEmpty()) {
            return new Answer.Wrong(wrong);
        }
        Handover handover = new Handover(
                identifiers.next(),
                id,
                visit.person().orElseThrow(),
                draft,
                matter.map(Attended::item),
                clerk.body().uscc().value(),
                clerk.body().name(),
                to.orElseThrow().uscc().value(),
                to.orElseThrow().name(),
                clerk.name(),
                tidy,
                clock.instant(),
                Optional.empty());
        transaction.executeWithoutResult(_ -> {
            store.add(handover, clerk.person());
            audit.append(
                    handover.person().value(),
                    "window.hand-over",
                    clerk.actor(),
                    Map.of("to", handover.toUscc(), "handover", handover.id().toString()));
            visits.close(clerk, id);
        });
        return new Answer.Done(handover.id());
    }

    @Override
    public List<Handover> waiting(StaffMember clerk) {
        ServedVisits.permit(clerk);
        return store.waiting(clerk.body().uscc().value());
    }

    @Override
    public Handover handover(StaffMember clerk, UUID id) {
        ServedVisits.permit(clerk);
        String own = clerk.body().uscc().value();
        return store.find(id)
                .filter(found -> found.toUscc().equals(own) || found.fromUscc().equals(own))
                .orElseThrow(() -> Problem.notFound("window.unknown-handover"));
    }

    @Override
    public UUID take(StaffMember clerk, UUID id) {
        Handover handover = handover(clerk, id);
        if (!handover.toUscc().equals(clerk.body().uscc().value())) {
            throw Problem.notFound("window.unknown-handover");
        }
        if (handover.takenAt().isPresent()) {
            throw new Problem(409, "window.handover-taken");
        }
        String purpose = handover.itemName().orElse(handover.reason());
        return visits.open(
                clerk,
                Visit.Way.HANDOVER,
                purpose,
                Optional.empty(),
                Optional.of(handover.person()),
                Visit.Typed.NOTHING,
                Optional.of(id));
    }
}
