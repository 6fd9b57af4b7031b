package org.zhengtong.ground.language.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.database.DatabaseSettings;
import org.zhengtong.ground.language.HybridIndex;
import org.zhengtong.ground.language.Language;

/**
 * Makes indexes inside the program. What sentences mean is computed behind the start and behind every change, on two
 * processors when there is much; until it is through, an index answers by words and sound.
 */
@Component
final class LocalLanguage implements Language, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalLanguage.class);
    private static final int QUESTIONS_REMEMBERED = 2000;
    private static final int PROCESSORS = Math.min(2, Runtime.getRuntime().availableProcessors());

    /** For fewer, reading all that is known takes longer than understanding them. */
    private static final int WORTH_READING = 100;

    private static final int AT_A_TIME = 1000;
    private static final int LONGEST_KEPT = 10_000;

    private final KnownMeanings known;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("language").daemon().factory());
    private final ExecutorService processors = Executors.newFixedThreadPool(
            PROCESSORS, Thread.ofPlatform().name("language-", 1).daemon().factory());
    private final LoadingCache<String, Meaning> questions =
            Caffeine.newBuilder().maximumSize(QUESTIONS_REMEMBERED).build(question -> meaning(question));

    private volatile @Nullable SentenceModel model;

    LocalLanguage(DatabaseSettings settings) {
        System.setProperty(
                "DJL_CACHE_DIR", settings.dataDirectory().resolve("language").toString());
        this.known = new KnownMeanings(settings.dataDirectory().resolve("language/meanings"));
    }

    @Override
    public HybridIndex index() {
        List<FusedIndex> self = new ArrayList<>(1);
        FusedIndex index = new FusedIndex(
                question -> model == null ? Optional.empty() : Optional.of(questions.get(question)),
                () -> background.execute(() -> understand(self.getFirst())));
        self.add(index);
        return index;
    }

    private void understand(FusedIndex index) {
        try {
            List<Sentence> strangers = index.strangers();
            if (strangers.size() >= WORTH_READING) {
                strangers = recognise(strangers);
            }
            loadModel();
            for (int from = 0; from < strangers.size(); from += AT_A_TIME) {
                known.add(understand(strangers.subList(from, Math.min(strangers.size(), from + AT_A_TIME))));
            }
            index.outline();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException | LinkageError e) {
            LOG.error("the search goes on by words and sound only", e);
        }
    }

    /** @return those that are not known */
    private List<Sentence> recognise(List<Sentence> strangers) {
        Map<String, Meaning> before = known.read();
        Map<String, Meaning> used = new HashMap<>();
        List<Sentence> unknown = new ArrayList<>();
        for (Sentence sentence : strangers) {
            Meaning meaning = before.get(sentence.text());
            if (meaning == null) {
                unknown.add(sentence);
            } else {
                sentence.mean(meaning);
                used.put(sentence.text(), meaning);
            }
        }
        if (before.isEmpty() || before.size() > 2 * (used.size() + AT_A_TIME)) {
            known.write(used);
        }
        return unknown;
    }

    private Map<String, Meaning> understand(List<Sentence> sentences) throws InterruptedException, ExecutionException {
        Map<String, Meaning> understood = new ConcurrentHashMap<>();
        List<Future<?>> parts = new ArrayList<>();
        int shares = sentences.size() < WORTH_READING ? 1 : PROCESSORS;
        IntStream.range(0, shares)
                .forEach(share -> parts.add(processors.submit(() -> {
                    for (int i = share; i < sentences.size(); i += shares) {
                        Sentence sentence = sentences.get(i);
                        Meaning meaning = meaning(sentence.text());
                        sentence.mean(meaning);
                        if (sentence.text().length() <= LONGEST_KEPT) {
                            understood.put(sentence.text(), meaning);
                        }
                    }
                })));
        for (Future<?> part : parts) {
            part.get();
        }
        return understood;
    }

    private Meaning meaning(String text) {
        return Meaning.of(loadModel().meaning(text));
    }

    private SentenceModel loadModel() {
        SentenceModel loaded = model;
        return loaded == null ? loadOnce() : loaded;
    }

    private synchronized SentenceModel loadOnce() {
        SentenceModel loaded = model;
        if (loaded == null) {
            loaded = new SentenceModel();
            loaded.meaning("办事");
            model = loaded;
        }
        return loaded;
    }

    @Override
    public void close() {
        background.shutdownNow();
        processors.shutdownNow();
    }
}
