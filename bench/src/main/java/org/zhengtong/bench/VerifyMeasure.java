package org.zhengtong.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How soon a page that verifies is answered: one with a proof, and one of a licence. */
final class VerifyMeasure implements Measure {
    private static final int A_SECOND = 50;
    private static final int SECONDS = 15;
    private static final int PAGES = 300;
    private static final double GOAL = 30;

    /** One address may look at 120 licences a minute. */
    private static final int FROM_ONE_ADDRESS = 100;

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public List<Figure> take(Workshop workshop) throws Exception {
        try (Program program = workshop.city();
                Leaves leaves = new Leaves(program.database());
                Records records = new Records(program.database())) {
            leaves.awaitPublished(program);
            List<Load.Request> proofs = leaves.some(PAGES).stream()
                    .map(digest -> new Load.Request("/audit/proofs/" + digest, Map.of()))
                    .toList();
            List<Load.Request> licences = fromMany(records.licenceIdentifiers(PAGES).stream()
                    .map(identifier -> "/verify/" + Visits.encoded(identifier))
                    .toList());
            Load load = new Load(program, A_SECOND);
            load.ask(Stream.concat(proofs.stream(), licences.stream()).toList(), SECONDS);
            double plain = load.run(List.of("/zt.css"), SECONDS);
            double ofProofs = load.ask(proofs, SECONDS);
            double ofLicences = load.ask(licences, SECONDS);
            String meaning = ": milliseconds 95 of 100 are answered within, at " + A_SECOND
                    + " requests a second; reference: the style sheet at the same pace";
            return List.of(
                    Figure.atMost("verify-proof", GOAL, ofProofs, plain, "verify-proof, a page with a proof" + meaning),
                    Figure.atMost(
                            "verify-licence",
                            GOAL,
                            ofLicences,
                            plain,
                            "verify-licence, a verified licence over a connection of its own" + meaning),
                    Figure.atMost(
                            "verify", GOAL, Math.max(ofProofs, ofLicences), plain, "verify: the slower" + meaning));
        }
    }

    private static List<Load.Request> fromMany(List<String> paths) throws IOException {
        List<Load.Request> requests = new ArrayList<>();
        for (int i = 0; i < A_SECOND * SECONDS; i++) {
            InetAddress from = InetAddress.getByAddress(new byte[] {127, 2, 0, (byte) (1 + i / FROM_ONE_ADDRESS)});
            requests.add(new Load.Request(paths.get(i % paths.size()), Map.of(), Optional.of(from)));
        }
        return requests;
    }
}
