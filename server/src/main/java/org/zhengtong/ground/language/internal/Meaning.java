package org.zhengtong.ground.language.internal;

/**
 * What a sentence means, as a vector of eight bits a dimension: a quarter of the memory, and a cosine that differs from
 * the exact one by less than a hundredth.
 */
final class Meaning {
    private static final int LARGEST = Byte.MAX_VALUE;

    private final byte[] values;
    private final float scale;

    /** @param scale what one step of a value stands for */
    Meaning(byte[] values, float scale) {
        this.values = values;
        this.scale = scale;
    }

    /** @param vector of length one */
    static Meaning of(float[] vector) {
        float largest = 0;
        for (float value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        byte[] values = new byte[vector.length];
        if (largest == 0) {
            return new Meaning(values, 0);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) Math.round(vector[i] / largest * LARGEST);
        }
        return new Meaning(values, largest / LARGEST);
    }

    byte[] values() {
        return values;
    }

    float scale() {
        return scale;
    }

    /** As it was given, but for the eight bits. */
    float[] vector() {
        float[] vector = new float[values.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = values[i] * scale;
        }
        return vector;
    }

    double cosine(Meaning other) {
        return new Asked(this).cosine(other);
    }

    /** A meaning held against many: its values widened once, which leaves one conversion less for each. */
    static final class Asked {
        private final int[] values;
        private final double scale;

        Asked(Meaning meaning) {
            this.values = new int[meaning.values.length];
            this.scale = meaning.scale;
            for (int i = 0; i < values.length; i++) {
                values[i] = meaning.values[i];
            }
        }

        double cosine(Meaning other) {
            int[] one = values;
            byte[] two = other.values;
            int sum = 0;
            for (int i = 0; i < one.length; i++) {
                sum += one[i] * two[i];
            }
            return sum * scale * other.scale;
        }
    }
}
