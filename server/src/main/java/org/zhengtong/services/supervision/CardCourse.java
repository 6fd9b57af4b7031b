package org.zhengtong.services.supervision;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.people.identity.PersonId;

/**
 * How a card stands, and what may be done with it.
 *
 * @param reasonUntil the last day for the reason
 * @param liftingProposedBy who says that the card is wrong; absent when nobody does
 */
public record CardCourse(CardState state, LocalDate reasonUntil, Optional<PersonId> liftingProposedBy) {

    /**
     * Who does it.
     *
     * @param answers whether the card was issued to them or their post
     * @param heads whether they are a head of the body, or supervise it
     * @param concerned whether the case was in their own hands
     */
    public record Hand(PersonId person, boolean answers, boolean heads, boolean concerned) {}

    /** What comes of a command. */
    public sealed interface Answer {
        record Moved(CardCourse course) implements Answer {}

        record Refused(Reason reason) implements Answer {}
    }

    /** Why not. Its sentence is {@code problem.supervision.<reason>}, in lower case with hyphens. */
    public enum Reason {
        NOT_YOUR_CARD,
        NOT_THE_HEAD,
        OWN_CARD,
        WORDS_MISSING,
        EXPLAINED_BEFORE,
        AWAITS_REASON,
        CARD_CONCLUDED,
        CARD_LIFTED,
        LIFTING_PENDING,
        NO_LIFTING_PROPOSED,
        FOUR_EYES
    }

    public static CardCourse issued(LocalDate reasonUntil) {
        return new CardCourse(CardState.ISSUED, reasonUntil, Optional.empty());
    }

    public Answer after(CardCommand command, Hand by, LocalDate today) {
        Optional<Reason> refused = command.words().isBlank()
                ? Optional.of(Reason.WORDS_MISSING)
                : state == CardState.LIFTED ? Optional.of(Reason.CARD_LIFTED) : refusal(command, by, today);
        return refused.<Answer>map(Answer.Refused::new).orElseGet(() -> new Answer.Moved(moved(command, by)));
    }

    private Optional<Reason> refusal(CardCommand command, Hand by, LocalDate today) {
        return Optional.ofNullable(
                switch (command) {
                    case CardCommand.Explain _ when !by.answers() -> Reason.NOT_YOUR_CARD;
                    case CardCommand.Explain _ when state != CardState.ISSUED -> Reason.EXPLAINED_BEFORE;
                    case CardCommand.Explain _ -> null;
                    case CardCommand.ProposeLifting _ when !by.answers() && !by.heads() -> Reason.NOT_YOUR_CARD;
                    case CardCommand.ProposeLifting _ when liftingProposedBy.isPresent() -> Reason.LIFTING_PENDING;
                    case CardCommand.ProposeLifting _ -> null;
                    case CardCommand.Conclude _ -> againstConcluding(by, today);
                    case CardCommand.ConfirmLifting _, CardCommand.DeclineLifting _
                    when !by.heads() -> Reason.NOT_THE_HEAD;
                    case CardCommand.ConfirmLifting _, CardCommand.DeclineLifting _
                    when liftingProposedBy.isEmpty() -> Reason.NO_LIFTING_PROPOSED;
                    case CardCommand.ConfirmLifting _
                    when liftingProposedBy.filter(by.person()::equals).isPresent() -> Reason.FOUR_EYES;
                    case CardCommand.ConfirmLifting _ when by.concerned() -> Reason.OWN_CARD;
                    case CardCommand.ConfirmLifting _, CardCommand.DeclineLifting _ -> null;
                });
    }

    private @Nullable Reason againstConcluding(Hand by, LocalDate today) {
        if (!by.heads()) {
            return Reason.NOT_THE_HEAD;
        }
        if (by.concerned()) {
            return Reason.OWN_CARD;
        }
        if (liftingProposedBy.isPresent()) {
            return Reason.LIFTING_PENDING;
        }
        return switch (state) {
            case ISSUED -> today.isAfter(reasonUntil) ? null : Reason.AWAITS_REASON;
            case EXPLAINED -> null;
            case CONCLUDED -> Reason.CARD_CONCLUDED;
            case LIFTED -> Reason.CARD_LIFTED;
        };
    }

    private CardCourse moved(CardCommand command, Hand by) {
        return switch (command) {
            case CardCommand.Explain _ -> new CardCourse(CardState.EXPLAINED, reasonUntil, liftingProposedBy);
            case CardCommand.Conclude _ -> new CardCourse(CardState.CONCLUDED, reasonUntil, Optional.empty());
            case CardCommand.ProposeLifting _ -> new CardCourse(state, reasonUntil, Optional.of(by.person()));
            case CardCommand.ConfirmLifting _ -> new CardCourse(CardState.LIFTED, reasonUntil, Optional.empty());
            case CardCommand.DeclineLifting _ -> new CardCourse(state, reasonUntil, Optional.empty());
        };
    }
}
