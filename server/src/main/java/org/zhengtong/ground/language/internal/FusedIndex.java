package org.zhengtong.ground.language.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.zhengtong.ground.language.HybridIndex;
import org.zhengtong.ground.language.SearchDocument;
import org.zhengtong.ground.language.SearchHit;
import org.zhengtong.ground.language.SearchWay;

/**
 * Asks each way and fuses the answers by rank (reciprocal rank fusion, Cormack et al. 2009), for the scores of different
 * ways cannot be compared. A question typed in letters is heard, not read.
 */
final class FusedIndex implements HybridIndex {
    /** How far down a rank still counts: small, because catalogues are small and the first three places matter. */
    private static final double RANK_DAMPING = 4;

    private static final int DEEPEST_RANK = 30;
    private static final double WORDS_WEIGHT = 1;
    private static final double MEANING_WEIGHT = 1.3;
    private static final double SOUND_WEIGHT = 0.4;
    private static final double LETTERS_WEIGHT = 3;
    private static final double LETTERS_AMONG_WORDS_WEIGHT = 1.5;

    /** Below this cosine a sentence of the catalogue and a question have nothing to do with each other. */
    private static final double NEAREST_STRANGER = 0.56;

    private final List<SearchDocument> documents;
    private final Words words;
    private final Map<String, List<Integer>> exact = new HashMap<>();
    private final List<Typed> typed;
    private final Supplier<Optional<Meanings>> meanings;
    private final Function<String, float[]> understand;

    /** A name as somebody types it in letters. */
    private record Typed(int document, String letters, String initials) {}

    /**
     * @param meanings empty as long as the vectors are computed
     * @param understand gives the vector of a question; asked only when there are meanings
     */
    FusedIndex(
            List<SearchDocument> documents,
            List<Sentence> sentences,
            Supplier<Optional<Meanings>> meanings,
            Function<String, float[]> understand) {
        this.documents = List.copyOf(documents);
        this.words = Words.index(documents, sentences);
        this.meanings = meanings;
        this.understand = understand;
        this.typed = new ArrayList<>();
        for (Sentence sentence : sentences) {
            if (sentence.name()) {
                String name = Spoken.tidy(sentence.text());
                exact.computeIfAbsent(name, any -> new ArrayList<>()).add(sentence.document());
                typed.add(
                        new Typed(sentence.document(), String.join("", Sounds.syllables(name)), Sounds.initials(name)));
            }
        }
    }

    @Override
    public List<SearchHit> search(String question, int limit) {
        return search(question, limit, SearchWay.FUSED);
    }

    @Override
    public List<SearchHit> search(String question, int limit, SearchWay way) {
        String asked = Spoken.tidy(question);
        if (asked.isEmpty() || documents.isEmpty()) {
            return List.of();
        }
        Scores scores = switch (way) {
            case WORDS -> words.byWords(asked);
            case MEANING -> byMeaning(asked);
            case FUSED -> fused(asked);
        };
        return scores.ranked().stream()
                .limit(limit)
                .map(place -> new SearchHit(documents.get(place).key(), scores.of(place)))
                .toList();
    }

    private Scores fused(String asked) {
        double[] sum = new double[documents.size()];
        if (Sounds.isTypedInLetters(asked)) {
            add(sum, byLetters(asked.replace(" ", "")), LETTERS_WEIGHT);
            add(sum, words.bySound(asked), WORDS_WEIGHT);
            add(sum, words.byWords(asked), WORDS_WEIGHT);
            return new Scores(sum);
        }
        Scores read = words.byWords(asked);
        Scores meant = byMeaning(asked);
        Scores typed = byLettersAmongWords(asked);
        if (meanings.get().isPresent() && meant.isNothing() && typed.isNothing() && !isPartOfName(asked)) {
            return Scores.none(documents.size());
        }
        Scores heard = words.bySound(asked);
        add(sum, read, WORDS_WEIGHT);
        add(sum, meant, MEANING_WEIGHT);
        add(sum, heard, SOUND_WEIGHT);
        add(sum, typed, LETTERS_AMONG_WORDS_WEIGHT);
        exact.getOrDefault(asked, List.of()).forEach(place -> sum[place] += 1);
        return new Scores(sum);
    }

    /** A single word, such as 车, means little by itself and is still no nonsense. */
    private boolean isPartOfName(String asked) {
        return exact.keySet().stream().anyMatch(name -> name.contains(asked));
    }

    private static void add(double[] sum, Scores scores, double weight) {
        List<Integer> ranked = scores.ranked();
        for (int rank = 0; rank < Math.min(DEEPEST_RANK, ranked.size()); rank++) {
            sum[ranked.get(rank)] += weight / (RANK_DAMPING + rank + 1);
        }
    }

    /** Only what is nearer than strangers are. A single character means too much to mean anything. */
    private Scores byMeaning(String asked) {
        Optional<Meanings> present = meanings.get();
        if (present.isEmpty() || asked.codePointCount(0, asked.length()) == 1) {
            return Scores.none(documents.size());
        }
        return present.get().near(understand.apply(asked)).from(NEAREST_STRANGER);
    }

    /** Such as 补办sfz. */
    private Scores byLettersAmongWords(String asked) {
        return Sounds.lettersAmongWords(asked).stream()
                .map(this::byLetters)
                .reduce(Scores.none(documents.size()), Scores::plus);
    }

    /** Names whose pinyin or initials contain what was typed; the more of the name is typed, the better. */
    private Scores byLetters(String letters) {
        double[] scores = new double[documents.size()];
        for (Typed name : typed) {
            double fit = Math.max(part(letters, name.letters()), part(letters, name.initials()));
            scores[name.document()] = Math.max(scores[name.document()], fit);
        }
        return new Scores(scores);
    }

    private static double part(String typed, String name) {
        if (typed.length() < 2 || !name.contains(typed)) {
            return 0;
        }
        return (double) typed.length() / name.length() + (name.startsWith(typed) ? 0.3 : 0);
    }
}
