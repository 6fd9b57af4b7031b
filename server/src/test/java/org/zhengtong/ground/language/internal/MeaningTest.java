package org.zhengtong.ground.language.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MeaningTest {
    private static final long SEED = 20261125;

    @Test
    void in_eight_bits_the_cosine_is_nearly_the_exact_one() {
        Random random = new Random(SEED);

        for (int i = 0; i < 200; i++) {
            float[] one = vector(random);
            float[] other = vector(random);

            assertThat(Meaning.of(one).cosine(Meaning.of(other)))
                    .as("seed %d, pair %d", SEED, i)
                    .isCloseTo(product(one, other), within(0.01));
        }
    }

    @Test
    void nothing_is_like_nothing() {
        Meaning nothing = Meaning.of(new float[SentenceModel.DIMENSIONS]);

        assertThat(nothing.cosine(nothing)).isZero();
    }

    private static float[] vector(Random random) {
        float[] vector = new float[SentenceModel.DIMENSIONS];
        double length = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
            length += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(length);
        }
        return vector;
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
