package org.zhengtong.ground.language.internal;

/**
 * A meaning along a few {@link Directions}, and how much of it lies beside them. Two outlines tell in an eighth of the time
 * that their meanings cannot be near each other.
 */
final class Outline {
    /** What a step of a coordinate stands for: whole numbers are multiplied many at a time. */
    private static final double STEP = 1 / 4096.0;

    /** What rounding the sixty-four coordinates of either may take from a product, and a little for the arithmetic. */
    private static final double MOST_ROUNDED = Math.sqrt(Directions.COUNT) * STEP + 1e-4;

    private final int[] along;
    private final double beside;

    /** @param along coordinates between -1 and 1 */
    private Outline(int[] along, double beside) {
        this.along = along;
        this.beside = beside;
    }

    /**
     * @param coordinates along directions at right angles to each other, of length one
     * @param length of the whole meaning
     */
    static Outline of(double[] coordinates, double length) {
        int[] along = new int[coordinates.length];
        double known = 0;
        for (int i = 0; i < along.length; i++) {
            along[i] = (int) Math.rint(coordinates[i] / STEP);
            known += coordinates[i] * coordinates[i];
        }
        return new Outline(along, Math.sqrt(Math.max(0, length * length - known)));
    }

    /** What the cosine of the two meanings does not exceed (Cauchy and Schwarz). */
    double most(Outline other) {
        int[] one = along;
        int[] two = other.along;
        int sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * two[i];
        }
        return sum * STEP * STEP + beside * other.beside + MOST_ROUNDED;
    }
}
