package org.zhengtong.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Takes the measures named on the command line, or all, and prints one line for each. */
public final class Bench {
    private static final List<Measure> MEASURES = List.of(
            new StartMeasure(),
            new MemoryMeasure(),
            new FilingMeasure(),
            new CaseLifeMeasure(),
            new CaseInboxMeasure(),
            new ClockCheckMeasure(),
            new RushMeasure(),
            new PagesMeasure(),
            new SearchMeasure(),
            new CatalogueIndexMeasure(),
            new CatalogueSearchMeasure(),
            new AuditMeasure(),
            new ProofMeasure(),
            new VerifyMeasure(),
            new LicenceOfflineMeasure(),
            new ExportMeasure(),
            new ScreensMeasure(),
            new WaitingMeasure());

    private Bench() {}

    public static void main(String[] names) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> unknown = Arrays.stream(names)
                .filter(name ->
                        MEASURES.stream().noneMatch(measure -> measure.name().equals(name)))
                .toList();
        if (!unknown.isEmpty()) {
            out.println("There is no measure " + String.join(", ", unknown) + "; there are "
                    + String.join(", ", MEASURES.stream().map(Measure::name).toList()));
            System.exit(2);
        }
        List<String> wanted = List.of(names);
        System.exit(take(
                MEASURES.stream()
                        .filter(measure -> wanted.isEmpty() || wanted.contains(measure.name()))
                        .toList(),
                out));
    }

    /** @return 0 when everything could be measured, whatever the figures are */
    private static int take(List<Measure> measures, PrintStream out) {
        int failed = 0;
        try (Workshop workshop = new Workshop(out)) {
            for (Measure measure : measures) {
                try {
                    for (Figure figure : measure.take(workshop)) {
                        out.println("# " + figure.meaning());
                        out.println(figure.line());
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return 1;
                } catch (Exception e) {
                    failed = 1;
                    out.println("# " + measure.name() + " could not be measured: " + e);
                    e.printStackTrace(System.err);
                }
            }
        }
        return failed;
    }
}
