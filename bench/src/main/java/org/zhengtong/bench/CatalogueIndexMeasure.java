package org.zhengtong.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.zhengtong.services.catalogue.ServiceItem;

/** How long the index of ten thousand items takes to make, how soon a publication is in it, and what it holds of the heap. */
final class CatalogueIndexMeasure implements Measure {
    private static final int PUBLICATIONS = 20;

    @Override
    public String name() {
        return "catalogue-index";
    }

    @Override
    public List<Figure> take(Workshop workshop) throws Exception {
        LargeCity city = workshop.largeCity();
        double before;
        try (LargeCity.Inside small = city.inside()) {
            small.awaitUnderstood();
            before = heap();
        }
        double filled;
        double text;
        double known;
        double anew;
        double plain;
        try (LargeCity.Inside inside = city.filled(workshop)) {
            filled = heap();
            try (CatalogueRecords records = inside.records()) {
                text = records.megabytes();
            }
            known = rebuild(inside);
            Files.delete(inside.folder().resolve("language/meanings"));
            anew = rebuild(inside);
            plain = plainly(inside.catalogue().items());
        }
        double[] published = new double[PUBLICATIONS];
        double[] seen = new double[PUBLICATIONS];
        try (Program program = city.program();
                Caller caller = program.caller();
                CatalogueRecords records = new CatalogueRecords(program.database())) {
            program.awaitQuiet();
            for (int i = 0; i < PUBLICATIONS; i++) {
                publish(records, caller, i, published, seen);
            }
        }
        String reference = "; reference: Lucene as it comes over the names and everyday words alone";
        return List.of(
                Figure.atMost(
                        "catalogue-index",
                        60,
                        anew,
                        plain,
                        "catalogue-index: seconds to read " + CatalogueRecords.ALL
                                + " items and make their index, every sentence understood anew" + reference),
                Figure.atMost(
                        "catalogue-index-known",
                        60,
                        known,
                        plain,
                        "catalogue-index-known: the same with the sentences known from the disk" + reference),
                Figure.atMost(
                        "catalogue-index-visible",
                        2,
                        Load.ninetyFive(seen),
                        Load.ninetyFive(published),
                        "catalogue-index-visible: seconds within which 95 of 100 publications of another node are found;"
                                + " reference: the publication itself"),
                Figure.atMost(
                        "catalogue-index-heap",
                        200,
                        filled - before,
                        text,
                        "catalogue-index-heap: megabytes of heap more than with the 125 items of the demo city;"
                                + " reference: the entries as text"));
    }

    private static double rebuild(LargeCity.Inside inside) throws InterruptedException {
        long start = System.nanoTime();
        inside.catalogue().readAnew();
        inside.awaitUnderstood();
        return seconds(start);
    }

    private static double plainly(List<ServiceItem> items) throws IOException {
        long start = System.nanoTime();
        WordSearch.of(items.stream()
                .map(item -> item.name() + "|" + String.join(";", item.everydayWords()))
                .toList());
        return seconds(start);
    }

    private static void publish(CatalogueRecords records, Caller caller, int number, double[] published, double[] seen)
            throws SQLException, IOException, InterruptedException {
        String word = "zqxjk".substring(0, 4) + (char) ('a' + number) + "wvq";
        long start = System.nanoTime();
        records.publishWord(1 + number, word);
        published[number] = seconds(start);
        start = System.nanoTime();
        while (!caller.get("/api/v1/items?limit=1&q=" + word).body().contains("\"item\"")) {
            Thread.sleep(10);
        }
        seen[number] = seconds(start);
    }

    /** Megabytes that are held after a collection. */
    private static double heap() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
