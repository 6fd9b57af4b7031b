package org.zhengtong.bench;

/** Runs the benchmarks named on the command line, or all. */
public final class Bench {
    private Bench() {}

    public static void main(String[] names) {
        System.out.println(String.join(" ", names));
    }
}
