package org.zhengtong.ground.language.internal;

import java.util.List;
import java.util.Random;

/**
 * The directions in which the meanings of a catalogue mostly lie: the first principal axes, found by orthogonal iteration
 * over a sample. Sixty-four of them hold nine tenths of what the five hundred and twelve dimensions do. How well they are
 * found only decides how much time they save, not what is found.
 */
final class Directions {
    static final int COUNT = 64;
    private static final int SAMPLE = 1000;
    private static final int ROUNDS = 6;
    private static final long SEED = 64;

    private final float[][] axes;

    private Directions(float[][] axes) {
        this.axes = axes;
    }

    /** @param meanings many more than {@link #COUNT} */
    static Directions of(List<Meaning> meanings) {
        int step = Math.max(1, meanings.size() / SAMPLE);
        float[][] sample = new float[Math.min(SAMPLE, meanings.size())][];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = meanings.get(i * step).vector();
        }
        Random random = new Random(SEED);
        float[][] axes = new float[COUNT][sample[0].length];
        for (float[] axis : axes) {
            for (int i = 0; i < axis.length; i++) {
                axis[i] = (float) random.nextGaussian();
            }
        }
        atRightAngles(axes);
        for (int round = 0; round < ROUNDS; round++) {
            float[][] turned = new float[COUNT][sample[0].length];
            for (float[] meaning : sample) {
                for (int axis = 0; axis < COUNT; axis++) {
                    add(turned[axis], meaning, product(axes[axis], meaning));
                }
            }
            atRightAngles(turned);
            axes = turned;
        }
        return new Directions(axes);
    }

    Outline outline(Meaning meaning) {
        float[] vector = meaning.vector();
        double[] coordinates = new double[COUNT];
        for (int axis = 0; axis < COUNT; axis++) {
            coordinates[axis] = product(axes[axis], vector);
        }
        return Outline.of(coordinates, Math.sqrt(product(vector, vector)));
    }

    /** Gram and Schmidt, twice, which is exact enough; an axis without anything of its own becomes nothing. */
    private static void atRightAngles(float[][] axes) {
        for (int axis = 0; axis < axes.length; axis++) {
            for (int turn = 0; turn < 2; turn++) {
                for (int before = 0; before < axis; before++) {
                    add(axes[axis], axes[before], -product(axes[axis], axes[before]));
                }
                double length = Math.sqrt(product(axes[axis], axes[axis]));
                for (int i = 0; i < axes[axis].length; i++) {
                    axes[axis][i] = length < 1e-6 ? 0 : (float) (axes[axis][i] / length);
                }
            }
        }
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    private static void add(float[] to, float[] what, double times) {
        float factor = (float) times;
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }
}
