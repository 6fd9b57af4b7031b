package org.zhengtong.services.supervision;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhengtong.services.cases.DueDate;
import org.zhengtong.services.cases.RunningCase;

/**
 * When a card is issued.
 *
 * @param clock which time limit
 * @param daysLeft issued when at most so many working days are left; negative: when it has passed
 */
public record CardRule(DueDate.Kind clock, int daysLeft, CardColour colour) {

    /** A limit that is near or passed, and what is known of it. */
    public record Due(CardRule rule, DueDate clock) {}

    /** The rules in force, the gravest first. */
    public static List<CardRule> of(SupervisionSettings settings) {
        return List.of(
                new CardRule(DueDate.Kind.STATUTORY, -1, CardColour.RED),
                new CardRule(DueDate.Kind.PROMISED, -1, CardColour.RED),
                new CardRule(DueDate.Kind.ACCEPTANCE, -1, CardColour.RED),
                new CardRule(DueDate.Kind.STATUTORY, settings.warnStatutoryDays(), CardColour.YELLOW),
                new CardRule(DueDate.Kind.PROMISED, settings.warnPromisedDays(), CardColour.YELLOW),
                new CardRule(DueDate.Kind.ACCEPTANCE, settings.warnAnswerDays(), CardColour.YELLOW));
    }

    /** How far ahead any of the rules looks. */
    public static int farthest(List<CardRule> rules) {
        return rules.stream().mapToInt(CardRule::daysLeft).max().orElse(0);
    }

    /**
     * The gravest card the case deserves today, unless one as grave was issued for the same decision. One card a day tells
     * more than three.
     *
     * @param rules the gravest first
     */
    public static Optional<Due> due(List<CardRule> rules, RunningCase running, List<IssuedCard> before) {
        Optional<Due> gravest = rules.stream()
                .flatMap(rule -> rule.met(running).map(clock -> new Due(rule, clock)).stream())
                .min(Comparator.comparingInt(due -> rules.indexOf(due.rule())));
        return gravest.filter(due -> before.stream().noneMatch(card -> card.covers(due, rules)));
    }

    private Optional<DueDate> met(RunningCase running) {
        return running.clocks().stream()
                .filter(one -> one.kind() == clock)
                .filter(one -> lateAnswer(running) || (one.isRunning() && one.daysLeft() <= daysLeft))
                .findFirst();
    }

    /** The clock of the answer ends with the acceptance that silence brings about, so it never shows overdue. */
    private boolean lateAnswer(RunningCase running) {
        return clock == DueDate.Kind.ACCEPTANCE && colour == CardColour.RED && running.answeredBySilence();
    }

    /** Whether the answer to the filing is at stake, and not the decision. */
    boolean isOfTheAnswer() {
        return clock == DueDate.Kind.ACCEPTANCE;
    }
}
