package org.zhengtong.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Of how many everyday questions the right item is among the first three found. The questions are as people speak and type:
 * in dialect, with wrong characters, in pinyin, in initials. None of them is an everyday word of the catalogue, and the
 * search is never tuned with them; for that the server's tests have other ones.
 */
final class SearchMeasure implements Measure {
    private static final double GOAL = 95;
    private static final int PLACES = 3;
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String name() {
        return "search";
    }

    @Override
    public List<Figure> take(Workshop workshop) throws Exception {
        List<Asked> questions = Asked.all();
        List<String> missed = new ArrayList<>();
        int found = 0;
        try (Program program = workshop.city();
                Caller caller = program.caller()) {
            program.awaitQuiet();
            for (Asked asked : questions) {
                List<String> names = search(caller, asked.question());
                if (asked.isAnsweredBy(names, PLACES)) {
                    found++;
                } else {
                    missed.add(asked.question() + " found " + names);
                }
            }
        }
        missed.forEach(miss -> workshop.say("missed: " + miss));
        WordSearch plain = WordSearch.ofCatalogue();
        int foundPlainly = 0;
        for (Asked asked : questions) {
            if (asked.isAnsweredBy(plain.search(asked.question(), PLACES), PLACES)) {
                foundPlainly++;
            }
        }
        return List.of(Figure.atLeast(
                "search",
                GOAL,
                percent(found, questions),
                percent(foundPlainly, questions),
                "search: percent of " + questions.size()
                        + " everyday questions with the right item among the first three; reference: the same by BM25 over"
                        + " the names and everyday words alone"));
    }

    private static List<String> search(Caller caller, String question) throws IOException {
        Caller.Answer answer = caller.get("/api/v1/items?limit=" + PLACES + "&q=" + Visits.encoded(question));
        if (answer.status() != 200) {
            throw new IllegalStateException(question + " was answered " + answer.status());
        }
        List<String> names = new ArrayList<>();
        for (JsonNode item : JSON.readTree(answer.body()).path("items")) {
            names.add(item.path("name").asString());
        }
        return names;
    }

    private static double percent(int part, List<Asked> questions) {
        return 100.0 * part / questions.size();
    }
}
