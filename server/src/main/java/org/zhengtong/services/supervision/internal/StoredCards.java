package org.zhengtong.services.supervision.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.supervision.Card;
import org.zhengtong.services.supervision.CardCommand;
import org.zhengtong.services.supervision.CardCourse;
import org.zhengtong.services.supervision.CardCourse.Answer;
import org.zhengtong.services.supervision.CardEvent;
import org.zhengtong.services.supervision.CardFilter;
import org.zhengtong.services.supervision.CardStep;
import org.zhengtong.services.supervision.Cards;

/** Every change of a card is one transaction: card, step, event, audit leaf. */
@Service
class StoredCards implements Cards {
    private final CardStore store;
    private final Reach reach;
    private final Organisation organisation;
    private final Outbox outbox;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredCards(
            CardStore store,
            Reach reach,
            Organisation organisation,
            Outbox outbox,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.reach = reach;
        this.organisation = organisation;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Found find(StaffMember by, CardFilter filter) {
        StaffMember now = now(by);
        return store.find(
                new CardStore.Reader(reach.of(now), now.body().uscc().value(), now.person(), now.roles()), filter);
    }

    @Override
    public Opened open(StaffMember by, UUID card) {
        Card found = read(by, card).card();
        return new Opened(
                found,
                store.steps(card).stream()
                        .map(step -> new CardStep(
                                step.number(),
                                step.at(),
                                step.kind(),
                                reach.name(step.actor()).orElse(""),
                                step.words()))
                        .toList(),
                hand(by, found));
    }

    @Override
    public List<Card> of(StaffMember by, UUID caseId) {
        return store.ofCase(caseId).stream().filter(card -> maySee(by, card)).toList();
    }

    @Override
    public void act(StaffMember by, UUID id, CardCommand command) {
        CardCommand checked = checked(command);
        Instant at = clock.instant();
        transaction.executeWithoutResult(_ -> {
            CardStore.Versioned read = read(by, id);
            CardCourse course =
                    switch (read.card().course().after(checked, hand(by, read.card()), LocalDate.now(clock))) {
                        case Answer.Moved(CardCourse next) -> next;
                        case Answer.Refused(CardCourse.Reason reason) -> throw problem(reason);
                    };
            if (!store.update(read, course)) {
                throw new Problem(409, "supervision.changed");
            }
            write(read.card(), course, CardStep.Kind.of(checked), at, by.actor(), checked.words());
        });
    }

    /** @return false when it was issued before */
    boolean issue(Card card) {
        if (!store.insert(card)) {
            return false;
        }
        write(card, card.course(), CardStep.Kind.ISSUED, card.issuedAt(), "system", "");
        return true;
    }

    private void write(Card card, CardCourse course, CardStep.Kind what, Instant at, String actor, String words) {
        store.append(card.id(), store.steps(card.id()).size() + 1, what, at, actor, words);
        String topic =
                "supervision.card-" + what.name().toLowerCase(Locale.ROOT).replace('_', '-');
        outbox.publish(
                topic,
                card.id(),
                new CardEvent(
                        card.id(),
                        card.caseId().value(),
                        card.receiptNumber(),
                        card.body(),
                        card.colour(),
                        card.clock(),
                        what,
                        course.state(),
                        at));
        audit.append(
                card.id(),
                topic,
                actor,
                Map.of(
                        "case",
                        card.caseId().value().toString(),
                        "colour",
                        card.colour().name(),
                        "clock",
                        card.clock().name(),
                        "state",
                        course.state().name()));
    }

    private CardStore.Versioned read(StaffMember by, UUID id) {
        return store.find(id)
                .filter(found -> maySee(by, found.card()))
                .orElseThrow(() -> Problem.notFound("supervision.card-unknown"));
    }

    private boolean maySee(StaffMember by, Card card) {
        CardCourse.Hand hand = hand(by, card);
        return hand.answers() || hand.heads();
    }

    private CardCourse.Hand hand(StaffMember by, Card card) {
        StaffMember now = now(by);
        PersonId person = now.person();
        boolean holds = card.holder().filter(person::equals).isPresent();
        return new CardCourse.Hand(
                person,
                holds || (orphaned(card) && isOfThePost(now, card)),
                reach.of(now).contains(card.body()),
                holds);
    }

    /** A card tells of the case and not of the item: who holds the post for some items only answers for what they had. */
    private static boolean isOfThePost(StaffMember staff, Card card) {
        return staff.body().uscc().value().equals(card.body()) && staff.hasWholly(card.post());
    }

    /** Nobody had the case in hand, or who had is no longer there: then the post answers. */
    private boolean orphaned(Card card) {
        return card.holder()
                .flatMap(organisation::staff)
                .filter(staff -> staff.body().uscc().value().equals(card.body()))
                .isEmpty();
    }

    private StaffMember now(StaffMember by) {
        return organisation.onDuty(by.person()).orElse(by);
    }

    private static CardCommand checked(CardCommand command) {
        String words = SpokenWords.checked(command.words());
        return switch (command) {
            case CardCommand.Explain _ -> new CardCommand.Explain(words);
            case CardCommand.Conclude _ -> new CardCommand.Conclude(words);
            case CardCommand.ProposeLifting _ -> new CardCommand.ProposeLifting(words);
            case CardCommand.ConfirmLifting _ -> new CardCommand.ConfirmLifting(words);
            case CardCommand.DeclineLifting _ -> new CardCommand.DeclineLifting(words);
        };
    }

    private static Problem problem(CardCourse.Reason reason) {
        int status = switch (reason) {
            case NOT_YOUR_CARD, NOT_THE_HEAD, OWN_CARD, FOUR_EYES -> 403;
            case WORDS_MISSING -> 422;
            case EXPLAINED_BEFORE, AWAITS_REASON, CARD_CONCLUDED, CARD_LIFTED, LIFTING_PENDING, NO_LIFTING_PROPOSED ->
                409;
        };
        return new Problem(
                status, "supervision." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
