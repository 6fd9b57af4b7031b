package org.zhengtong.services.supervision.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.cases.CaseFigures;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.RunningCase;
import org.zhengtong.services.supervision.Card;
import org.zhengtong.services.supervision.CardCourse;
import org.zhengtong.services.supervision.CardRule;
import org.zhengtong.services.supervision.IssuedCard;
import org.zhengtong.services.supervision.SupervisionSettings;

/** Issues cards to the posts whose limits are near or passed. */
@Component
class CardRound {
    private static final int DAYS_TO_NOTICE_SILENCE = 7;

    private final CaseFigures figures;
    private final CardStore store;
    private final StoredCards cards;
    private final WorkingCalendar calendar;
    private final Identifiers identifiers;
    private final SupervisionSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final List<CardRule> rules;

    CardRound(
            CaseFigures figures,
            CardStore store,
            StoredCards cards,
            WorkingCalendar calendar,
            Identifiers identifiers,
            SupervisionSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.figures = figures;
        this.store = store;
        this.cards = cards;
        this.calendar = calendar;
        this.identifiers = identifiers;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
        this.rules = CardRule.of(settings);
    }

    /** @return how many were issued */
    int issue() {
        int[] issued = {0};
        LocalDate silentSince = LocalDate.now(clock).minusDays(DAYS_TO_NOTICE_SILENCE);
        figures.eachNear(
                CardRule.farthest(rules),
                silentSince,
                page -> transaction.executeWithoutResult(_ -> {
                    Map<CaseId, List<IssuedCard>> before =
                            store.issued(page.stream().map(RunningCase::id).toList());
                    for (RunningCase running : page) {
                        Optional<Card> card = CardRule.due(rules, running, before.getOrDefault(running.id(), List.of()))
                                .flatMap(due -> card(running, due));
                        issued[0] += card.filter(cards::issue).isPresent() ? 1 : 0;
                    }
                }));
        return issued[0];
    }

    /** To the post that has the case in hand; for an answer that never came, to the one that owed it. */
    private Optional<Card> card(RunningCase running, CardRule.Due due) {
        boolean ofTheAnswer = due.clock().endedOn().isPresent();
        Optional<Role> post = ofTheAnswer ? Optional.of(Role.ACCEPTANCE) : running.post();
        return post.flatMap(to -> due.clock()
                .due()
                .map(last -> new Card(
                        identifiers.next(),
                        running.id(),
                        running.receiptNumber(),
                        running.itemName(),
                        running.body(),
                        running.bodyName(),
                        due.rule().colour(),
                        due.rule().clock(),
                        last,
                        to,
                        running.assignee().filter(_ -> !ofTheAnswer),
                        running.assigneeName().filter(_ -> !ofTheAnswer),
                        clock.instant(),
                        CardCourse.issued(calendar.after(LocalDate.now(clock), settings.reasonDays())))));
    }
}
