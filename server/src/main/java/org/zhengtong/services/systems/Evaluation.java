package org.zhengtong.services.systems;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A citizen's evaluation (好差评) of how a case is handled.
 *
 * @param number what the rater asks after it with
 * @param indicators codes of the national closed list, all of the level's stars
 * @param given whether the citizen rated; what is set when nobody rates is never counted as a rating
 * @param words in the citizen's own words; empty without
 */
public record Evaluation(
        String number,
        UUID caseId,
        Stage stage,
        Way way,
        Level level,
        List<String> indicators,
        boolean given,
        String words,
        Instant ratedAt) {
    public Evaluation {
        indicators = List.copyOf(indicators);
    }

    /** What of the matter is rated. */
    public enum Stage {
        RECEIPT,
        ACCEPTANCE,
        COMPLETION
    }

    /** How the citizen rated. */
    public enum Way {
        WEB,
        MOBILE,
        QR,
        TABLET,
        KIOSK,
        SMS,
        PHONE
    }

    /** 非常满意 … 非常不满意. */
    public enum Level {
        VERY_SATISFIED(5),
        SATISFIED(4),
        BASICALLY_SATISFIED(3),
        DISSATISFIED(2),
        VERY_DISSATISFIED(1);

        private final int stars;

        Level(int stars) {
            this.stars = stars;
        }

        public int stars() {
            return stars;
        }

        public static Optional<Level> ofStars(int stars) {
            return Arrays.stream(values()).filter(one -> one.stars == stars).findFirst();
        }
    }

    /** Never the words: a record's own text would carry them into logs. */
    @Override
    public String toString() {
        return "Evaluation[" + number + "]";
    }
}
