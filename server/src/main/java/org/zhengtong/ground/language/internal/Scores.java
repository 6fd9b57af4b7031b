package org.zhengtong.ground.language.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How well each document fits, by its place; 0 for those that do not. */
final class Scores {
    private final double[] byDocument;

    Scores(double[] byDocument) {
        this.byDocument = byDocument.clone();
    }

    static Scores none(int documents) {
        return new Scores(new double[documents]);
    }

    double of(int place) {
        return byDocument[place];
    }

    /** What scores less does not fit at all. */
    Scores from(double least) {
        Scores from = new Scores(byDocument);
        for (int place = 0; place < byDocument.length; place++) {
            from.byDocument[place] = byDocument[place] < least ? 0 : byDocument[place];
        }
        return from;
    }

    Scores plus(Scores other) {
        Scores sum = new Scores(byDocument);
        for (int place = 0; place < byDocument.length; place++) {
            sum.byDocument[place] += other.byDocument[place];
        }
        return sum;
    }

    boolean isNothing() {
        return Arrays.stream(byDocument).allMatch(score -> score <= 0);
    }

    /** The documents that fit at all, best first; equal ones in their order. */
    List<Integer> ranked() {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < byDocument.length; place++) {
            if (byDocument[place] > 0) {
                places.add(place);
            }
        }
        places.sort(Comparator.comparingDouble((Integer place) -> -byDocument[place]));
        return places;
    }
}
