package org.zhengtong.ground.language.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.zhengtong.ground.language.SearchWay;

/**
 * One question asked each way, and the answers fused by rank (reciprocal rank fusion, Cormack et al. 2009), for the
 * scores of different ways cannot be compared. A question typed in letters is heard, not read.
 */
final class Ways {
    /** How far down a rank still counts: small, because the first three places matter. */
    private static final double RANK_DAMPING = 4;

    private static final int DEEPEST_RANK = 30;
    private static final double WORDS_WEIGHT = 1;
    private static final double MEANING_WEIGHT = 1.3;
    private static final double SOUND_WEIGHT = 0.4;
    private static final double LETTERS_WEIGHT = 3;
    private static final double LETTERS_AMONG_WORDS_WEIGHT = 1.5;
    private static final double BEGINNING_WEIGHT = 3;

    /** Below this cosine a sentence of the catalogue and a question have nothing to do with each other. */
    private static final double NEAREST_STRANGER = 0.56;

    /** A further text says less about what a document is than its names do. */
    private static final double TEXT_WEIGHT = 0.93;

    private final Contents contents;
    private final Words words;
    private final Optional<Directions> directions;
    private final String asked;

    /** @param directions of the outlines, when the sentences have any */
    Ways(Contents contents, Words words, Optional<Directions> directions, String asked) {
        this.contents = contents;
        this.words = words;
        this.directions = directions;
        this.asked = asked;
    }

    /** @param meaning of the question; without one the other ways answer alone */
    Scores by(SearchWay way, Optional<Meaning> meaning) {
        if (contents.isEmpty()) {
            return Scores.none(0);
        }
        return switch (way) {
            case WORDS -> of(words.byWords(asked));
            case MEANING -> meaning.map(this::near).orElseGet(() -> Scores.none(contents.size()));
            case TYPING -> Sounds.isTypedInLetters(asked) ? inLetters() : beginning();
            case FUSED -> Sounds.isTypedInLetters(asked) ? inLetters() : fused(meaning);
        };
    }

    private Scores inLetters() {
        String letters = asked.replace(" ", "");
        Scores typed = byName(name -> name.fit(letters));
        double[] sum = new double[contents.size()];
        add(sum, typed.isNothing() ? byName(name -> name.isMistyped(letters) ? 1 : 0) : typed, LETTERS_WEIGHT);
        add(sum, of(words.bySound(asked)), WORDS_WEIGHT);
        add(sum, of(words.byWords(asked)), WORDS_WEIGHT);
        return new Scores(sum);
    }

    private Scores beginning() {
        double[] sum = new double[contents.size()];
        add(sum, byName(name -> name.fitOfCharacters(asked)), BEGINNING_WEIGHT);
        add(sum, of(words.byLikeness(asked)), WORDS_WEIGHT);
        add(sum, byLettersAmongWords(), LETTERS_AMONG_WORDS_WEIGHT);
        return new Scores(sum);
    }

    private Scores fused(Optional<Meaning> meaning) {
        Scores read = of(words.byWords(asked));
        Scores meant = meaning.map(this::near).orElseGet(() -> Scores.none(contents.size()));
        Scores typed = byLettersAmongWords();
        if (meaning.isPresent() && meant.isNothing() && typed.isNothing() && !isLikeAName()) {
            // nothing is near, unless it is too new to be understood
            return read.only(document -> !contents.isUnderstood(document));
        }
        double[] sum = new double[contents.size()];
        add(sum, read, WORDS_WEIGHT);
        add(sum, meant, MEANING_WEIGHT);
        add(sum, of(words.bySound(asked)), SOUND_WEIGHT);
        add(sum, typed, LETTERS_AMONG_WORDS_WEIGHT);
        for (Sentence sentence : contents.sentences()) {
            Spelling name = sentence.spelling();
            if (name != null && name.characters().equals(asked)) {
                for (int document : sentence.called()) {
                    sum[document] += 1;
                }
            }
        }
        return new Scores(sum);
    }

    /** A single word, such as 车, means little by itself and is still no nonsense; nor is a name with a wrong character. */
    private boolean isLikeAName() {
        return contents.sentences().stream()
                        .map(Sentence::spelling)
                        .anyMatch(name -> name != null && name.characters().contains(asked))
                || !words.byLikeness(asked).isEmpty();
    }

    private static void add(double[] sum, Scores scores, double weight) {
        List<Integer> ranked = scores.best(DEEPEST_RANK);
        for (int rank = 0; rank < ranked.size(); rank++) {
            sum[ranked.get(rank)] += weight / (RANK_DAMPING + rank + 1);
        }
    }

    /** Only what is nearer than strangers are: the cosine between the question and the nearest sentence of a document. */
    private Scores near(Meaning question) {
        double[] best = new double[contents.size()];
        Meaning.Asked asking = new Meaning.Asked(question);
        Outline outline = directions.map(known -> known.outline(question)).orElse(null);
        for (Sentence sentence : contents.sentences()) {
            Meaning meaning = sentence.meaning();
            double cosine = meaning == null || isFar(outline, sentence.outline()) ? 0 : asking.cosine(meaning);
            if (cosine >= NEAREST_STRANGER) {
                for (int document : sentence.called()) {
                    best[document] = Math.max(best[document], cosine);
                }
                for (int document : sentence.saying()) {
                    best[document] = Math.max(best[document], cosine * TEXT_WEIGHT);
                }
            }
        }
        return new Scores(best).from(NEAREST_STRANGER);
    }

    private static boolean isFar(@Nullable Outline question, @Nullable Outline sentence) {
        return question != null && sentence != null && question.most(sentence) < NEAREST_STRANGER;
    }

    /** Such as 补办sfz. */
    private Scores byLettersAmongWords() {
        return Sounds.lettersAmongWords(asked).stream()
                .map(letters -> byName(name -> name.fit(letters)))
                .reduce(Scores.none(contents.size()), Scores::plus);
    }

    private Scores byName(ToDoubleFunction<Spelling> fit) {
        double[] scores = new double[contents.size()];
        for (Sentence sentence : contents.sentences()) {
            Spelling name = sentence.spelling();
            double score = name == null ? 0 : fit.applyAsDouble(name);
            if (score > 0) {
                for (int document : sentence.called()) {
                    scores[document] = Math.max(scores[document], score);
                }
            }
        }
        return new Scores(scores);
    }

    private Scores of(List<Words.Hit> hits) {
        double[] names = new double[contents.size()];
        double[] all = new double[contents.size()];
        for (Words.Hit hit : hits) {
            if (hit.whole()) {
                int document = contents.number(hit.of());
                if (document >= 0) {
                    all[document] = Math.max(all[document], hit.score());
                }
            } else {
                @Nullable Sentence sentence = contents.sentence(hit.of());
                for (int document : sentence == null ? new int[0] : sentence.called()) {
                    names[document] = Math.max(names[document], hit.score());
                }
            }
        }
        return new Scores(names).plus(new Scores(all));
    }
}
