package org.zhengtong.bench;

import java.util.List;

/** How soon a proof is answered when the log is very long. */
final class ProofMeasure implements Measure {
    private static final int A_SECOND = 50;
    private static final int WARM_UP_SECONDS = 10;
    private static final int SECONDS = 20;
    private static final double GOAL = 50;

    @Override
    public String name() {
        return "proof";
    }

    @Override
    public List<Figure> take(Workshop workshop) throws Exception {
        try (Program program = workshop.city();
                Leaves leaves = new Leaves(program.database())) {
            leaves.fill(workshop, program);
            List<String> paths = leaves.some(A_SECOND * SECONDS).stream()
                    .map(digest -> "/api/v1/audit/proofs/" + digest)
                    .toList();
            Load load = new Load(program, A_SECOND);
            load.run(paths, WARM_UP_SECONDS);
            double plain = load.run(List.of("/zt.css"), SECONDS);
            double proofs = load.run(paths, SECONDS);
            return List.of(Figure.atMost(
                    "proof",
                    GOAL,
                    proofs,
                    plain,
                    "proof: milliseconds 95 of 100 proofs of random leaves of " + Leaves.ALL
                            + " are answered within, at " + A_SECOND
                            + " requests a second; reference: the style sheet at the same pace"));
        }
    }
}
