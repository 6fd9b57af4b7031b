package org.zhengtong.voice.evaluation;

import java.util.Arrays;
import java.util.Optional;

/** How satisfied somebody is, by the national five levels. */
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
