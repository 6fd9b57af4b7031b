package org.zhengtong.ground.language.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/** How well each document fits, by its number; 0 for those that do not. */
final class Scores {
    private final double[] byDocument;

    /** @param byDocument from now on belongs to the scores */
    Scores(double[] byDocument) {
        this.byDocument = byDocument;
    }

    static Scores none(int documents) {
        return new Scores(new double[documents]);
    }

    double of(int document) {
        return byDocument[document];
    }

    /** What scores less does not fit at all. */
    Scores from(double least) {
        return only(document -> byDocument[document] >= least);
    }

    /** The others do not fit at all. */
    Scores only(IntPredicate fitting) {
        double[] left = new double[byDocument.length];
        for (int document = 0; document < left.length; document++) {
            left[document] = byDocument[document] > 0 && fitting.test(document) ? byDocument[document] : 0;
        }
        return new Scores(left);
    }

    Scores plus(Scores other) {
        double[] sum = byDocument.clone();
        for (int document = 0; document < sum.length; document++) {
            sum[document] += other.byDocument[document];
        }
        return new Scores(sum);
    }

    boolean isNothing() {
        for (double score : byDocument) {
            if (score > 0) {
                return false;
            }
        }
        return true;
    }

    /** The documents that fit at all, best first; equal ones in their order. */
    List<Integer> best(int most) {
        Comparator<Integer> worstFirst = Comparator.<Integer>comparingDouble(document -> byDocument[document])
                .thenComparing(Comparator.reverseOrder());
        PriorityQueue<Integer> best = new PriorityQueue<>(worstFirst);
        for (int document = 0; document < byDocument.length; document++) {
            if (byDocument[document] > 0 && most > 0) {
                if (best.size() < most) {
                    best.add(document);
                } else if (byDocument[document] > byDocument[best.element()]) {
                    best.poll();
                    best.add(document);
                }
            }
        }
        List<Integer> ranked = new ArrayList<>(best);
        ranked.sort(worstFirst.reversed());
        return ranked;
    }
}
