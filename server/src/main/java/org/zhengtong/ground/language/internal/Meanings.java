package org.zhengtong.ground.language.internal;

import java.util.List;

/** The sentences of an index by what they mean. */
final class Meanings {
    /** A further text says less about what a document is than its names do. */
    private static final double TEXT_WEIGHT = 0.93;

    private final int documents;
    private final List<Sentence> sentences;
    private final float[][] vectors;

    Meanings(int documents, List<Sentence> sentences, float[][] vectors) {
        this.documents = documents;
        this.sentences = sentences;
        this.vectors = vectors;
    }

    /** The cosine between the question and the nearest sentence of each document. */
    Scores near(float[] question) {
        double[] best = new double[documents];
        for (int i = 0; i < vectors.length; i++) {
            Sentence sentence = sentences.get(i);
            double cosine = product(question, vectors[i]) * (sentence.name() ? 1 : TEXT_WEIGHT);
            best[sentence.document()] = Math.max(best[sentence.document()], cosine);
        }
        return new Scores(best);
    }

    private static float product(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
