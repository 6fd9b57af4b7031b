package org.zhengtong.ground.language.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhengtong.ground.language.SearchDocument;
import org.zhengtong.ground.language.SearchHit;
import org.zhengtong.ground.language.SearchWay;

class OutlineTest {
    private static final long SEED = 20261128;
    private static final int TOPICS = 30;
    private final Random random = new Random(SEED);
    private final List<float[]> topics =
            Stream.generate(() -> vector(1)).limit(TOPICS).toList();

    @Test
    void no_two_meanings_are_nearer_than_their_outlines_allow() {
        List<Meaning> meanings =
                Stream.generate(() -> meaning(random.nextFloat())).limit(600).toList();
        Directions directions = Directions.of(meanings);
        List<Outline> outlines = meanings.stream().map(directions::outline).toList();

        for (int i = 0; i < meanings.size(); i++) {
            for (int j = 0; j <= i; j++) {
                assertThat(outlines.get(i).most(outlines.get(j)))
                        .as("seed %d, pair %d and %d", SEED, i, j)
                        .isGreaterThanOrEqualTo(meanings.get(i).cosine(meanings.get(j)));
            }
        }
    }

    @Test
    void meanings_of_the_same_few_topics_are_told_apart_by_their_outlines() {
        List<Meaning> meanings = Stream.generate(() -> meaning(0.2f)).limit(600).toList();
        Directions directions = Directions.of(meanings);
        Outline question = directions.outline(meanings.getFirst());

        long near = meanings.stream()
                .filter(one -> one.cosine(meanings.getFirst()) >= 0.56)
                .count();
        long looked = meanings.stream()
                .filter(one -> question.most(directions.outline(one)) >= 0.56)
                .count();

        assertThat(looked).isBetween(near, near + 60);
    }

    @Test
    void a_large_index_finds_the_same_with_outlines_as_without() {
        List<SearchDocument> documents = IntStream.range(0, 5000)
                .mapToObj(i -> new SearchDocument("d" + i, "事项" + i, List.of(), List.of(), List.of()))
                .toList();
        List<Meaning> questions = Stream.generate(() -> meaning(0.3f)).limit(20).toList();
        List<Meaning> asked = new ArrayList<>();
        FusedIndex index = new FusedIndex(question -> Optional.of(asked.getLast()), () -> {});
        index.change(documents, Set.of());
        index.strangers().forEach(sentence -> sentence.mean(meaning(0.3f)));

        List<List<SearchHit>> before =
                questions.stream().map(one -> found(index, asked, one)).toList();
        index.outline();

        assertThat(questions.stream().map(one -> found(index, asked, one))).isEqualTo(before);
        assertThat(before).anySatisfy(hits -> assertThat(hits).isNotEmpty());
    }

    private static List<SearchHit> found(FusedIndex index, List<Meaning> asked, Meaning question) {
        asked.add(question);
        return index.search("这个怎么办", 50, SearchWay.MEANING);
    }

    /** Of one topic, and some of everything. */
    private Meaning meaning(float everything) {
        float[] topic = topics.get(random.nextInt(TOPICS));
        float[] other = vector(everything);
        float[] sum = new float[topic.length];
        double length = 0;
        for (int i = 0; i < sum.length; i++) {
            sum[i] = topic[i] + other[i];
            length += sum[i] * sum[i];
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= (float) Math.sqrt(length);
        }
        return Meaning.of(sum);
    }

    private float[] vector(float length) {
        float[] vector = new float[SentenceModel.DIMENSIONS];
        double is = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
            is += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= (float) (length / Math.sqrt(is));
        }
        return vector;
    }
}
