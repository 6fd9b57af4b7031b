package org.zhengtong.services.supervision;

/** What is done with a card; each with words. */
public sealed interface CardCommand {
    String words();

    /** Why the limit is near or passed, by the post that has the case in hand. */
    record Explain(String words) implements CardCommand {}

    /** What is done about it (整改措施), by the head; the card is closed. */
    record Conclude(String words) implements CardCommand {}

    /** The card is wrong, says one. */
    record ProposeLifting(String words) implements CardCommand {}

    /** It is, says another. */
    record ConfirmLifting(String words) implements CardCommand {}

    /** It is not. */
    record DeclineLifting(String words) implements CardCommand {}
}
