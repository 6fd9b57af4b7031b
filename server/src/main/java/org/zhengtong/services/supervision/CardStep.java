package org.zhengtong.services.supervision;

import java.time.Instant;

/** Something done with a card; never changed. */
public record CardStep(int number, Instant at, Kind kind, String actorName, String words) {
    /** What it was. Its words are the message {@code supervision.card.step.<kind>}. */
    public enum Kind {
        ISSUED,
        EXPLAINED,
        CONCLUDED,
        LIFTING_PROPOSED,
        LIFTED,
        LIFTING_DECLINED;

        public static Kind of(CardCommand command) {
            return switch (command) {
                case CardCommand.Explain _ -> EXPLAINED;
                case CardCommand.Conclude _ -> CONCLUDED;
                case CardCommand.ProposeLifting _ -> LIFTING_PROPOSED;
                case CardCommand.ConfirmLifting _ -> LIFTED;
                case CardCommand.DeclineLifting _ -> LIFTING_DECLINED;
            };
        }
    }
}
