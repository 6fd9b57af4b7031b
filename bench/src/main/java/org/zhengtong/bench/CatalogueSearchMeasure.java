package org.zhengtong.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.zhengtong.ground.language.SearchWay;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Found;

/** How long searches among ten thousand items take, and how good they are, each way of searching beside the others. */
final class CatalogueSearchMeasure implements Measure {
    private static final int A_SECOND = 100;
    private static final int WARM_UP_SECONDS = 15;
    private static final int SECONDS = 20;
    private static final int ROUNDS = 8;
    private static final int PLACES = 3;

    @Override
    public String name() {
        return "catalogue-search";
    }

    @Override
    public List<Figure> take(Workshop workshop) throws Exception {
        List<Asked> questions = Asked.all();
        LargeCity city = workshop.largeCity();
        List<Figure> figures = new ArrayList<>();
        try (LargeCity.Inside inside = city.filled(workshop)) {
            figures.add(inProcess(inside.catalogue(), questions));
            figures.addAll(quality(workshop, inside.catalogue(), questions));
        }
        try (Program program = city.program()) {
            program.awaitQuiet();
            figures.addAll(byHttp(program, questions));
        }
        return figures;
    }

    /** Every question in {@value #ROUNDS} spellings, so that no answer is remembered from the round before. */
    private static Figure inProcess(Catalogue catalogue, List<Asked> questions) throws IOException {
        WordSearch plain = WordSearch.of(catalogue.items().stream()
                .map(item -> item.name() + "|" + String.join(";", item.everydayWords()))
                .toList());
        List<Double> ours = new ArrayList<>();
        List<Double> reference = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Asked asked : questions) {
                String question = asked.question() + (char) ('甲' + round);
                long start = System.nanoTime();
                catalogue.search(question, 20);
                double took = (System.nanoTime() - start) / 1e6;
                start = System.nanoTime();
                plain.search(question, 20);
                if (round >= ROUNDS / 2) {
                    ours.add(took);
                    reference.add((System.nanoTime() - start) / 1e6);
                }
            }
        }
        return Figure.atMost(
                "catalogue-search",
                20,
                Load.ninetyFive(values(ours)),
                Load.ninetyFive(values(reference)),
                "catalogue-search: milliseconds within which 95 of 100 searches among " + CatalogueRecords.ALL
                        + " items are answered in the program, every question a new one; reference: Lucene as it comes");
    }

    private static List<Figure> byHttp(Program program, List<Asked> questions)
            throws IOException, InterruptedException {
        List<String> searches = questions.stream()
                .map(asked -> "/api/v1/items?limit=20&q=" + Visits.encoded(asked.question()))
                .toList();
        List<String> pages = questions.stream()
                .map(asked -> "/search?q=" + Visits.encoded(asked.question()))
                .toList();
        List<String> suggestions = questions.stream()
                .flatMap(asked -> beginnings(asked.question()))
                .map(typed -> "/search/suggestions?q=" + Visits.encoded(typed))
                .toList();
        Load load = new Load(program, A_SECOND);
        load.run(searches, WARM_UP_SECONDS);
        load.run(pages, WARM_UP_SECONDS);
        load.run(suggestions, WARM_UP_SECONDS);
        double plain = load.run(List.of("/zt.css"), SECONDS);
        String meaning = ": milliseconds 95 of 100 are answered within by HTTP at " + A_SECOND
                + " requests a second; reference: the style sheet at the same pace";
        return List.of(
                Figure.atMost(
                        "catalogue-search-http",
                        50,
                        load.run(searches, SECONDS),
                        plain,
                        "catalogue-search-http" + meaning),
                Figure.atMost(
                        "catalogue-search-page",
                        50,
                        load.run(pages, SECONDS),
                        plain,
                        "catalogue-search-page: the same for the page with its facets" + meaning),
                Figure.atMost(
                        "catalogue-search-suggestions",
                        100,
                        load.run(suggestions, SECONDS),
                        plain,
                        "catalogue-search-suggestions: the same for what is being typed" + meaning));
    }

    private static Stream<String> beginnings(String question) {
        return Stream.of(2, 4)
                .filter(length -> length <= question.length())
                .map(length -> question.substring(0, length));
    }

    private static List<Figure> quality(Workshop workshop, Catalogue catalogue, List<Asked> questions) {
        List<Figure> figures = new ArrayList<>();
        for (int places : new int[] {PLACES, 1}) {
            double words = percent(catalogue, questions, SearchWay.WORDS, places);
            String name = "catalogue-search-" + (places == 1 ? "first" : "first-three");
            double goal = places == 1 ? 85 : 95;
            String meaning = ": percent of " + questions.size() + " everyday questions whose right item is "
                    + (places == 1 ? "the first" : "among the first three") + " of " + CatalogueRecords.ALL
                    + " items; reference: by words (BM25) alone";
            figures.add(Figure.atLeast(
                    name + "-meaning",
                    goal,
                    percent(catalogue, questions, SearchWay.MEANING, places),
                    words,
                    name + "-meaning, by vectors alone" + meaning));
            figures.add(Figure.atLeast(
                    name, goal, percent(catalogue, questions, SearchWay.FUSED, places), words, name + meaning));
        }
        for (Asked asked : questions) {
            List<String> found = names(catalogue, asked.question(), SearchWay.FUSED);
            if (!asked.isAnsweredBy(found, PLACES)) {
                workshop.say("missed: " + asked.question() + " found " + found);
            }
        }
        return figures;
    }

    private static double percent(Catalogue catalogue, List<Asked> questions, SearchWay way, int places) {
        return 100.0
                * questions.stream()
                        .filter(asked -> asked.isAnsweredBy(names(catalogue, asked.question(), way), places))
                        .count()
                / questions.size();
    }

    private static List<String> names(Catalogue catalogue, String question, SearchWay way) {
        return catalogue.search(question, PLACES, way).stream().map(Found::name).toList();
    }

    private static double[] values(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
