package org.zhengtong.ground.language.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.database.DatabaseSettings;
import org.zhengtong.ground.language.HybridIndex;
import org.zhengtong.ground.language.Language;
import org.zhengtong.ground.language.SearchDocument;

/**
 * Makes indexes inside the program. What sentences mean is computed behind the start by one thread, which also loads the
 * model; until it is through, an index answers by words and sound.
 */
@Component
final class LocalLanguage implements Language, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalLanguage.class);
    private static final int QUESTIONS_REMEMBERED = 2000;

    private final KnownMeanings known;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("language").daemon().factory());
    private final LoadingCache<String, float[]> questions =
            Caffeine.newBuilder().maximumSize(QUESTIONS_REMEMBERED).build(question -> model().meaning(question));

    private @Nullable SentenceModel model;

    LocalLanguage(DatabaseSettings settings) {
        System.setProperty(
                "DJL_CACHE_DIR", settings.dataDirectory().resolve("language").toString());
        this.known = new KnownMeanings(settings.dataDirectory().resolve("language/meanings"));
    }

    @Override
    public HybridIndex index(List<SearchDocument> documents) {
        List<Sentence> sentences = Sentence.of(documents);
        AtomicReference<Optional<Meanings>> meanings = new AtomicReference<>(Optional.empty());
        if (!sentences.isEmpty()) {
            background.execute(() -> understand(documents.size(), sentences, meanings));
        }
        return new FusedIndex(documents, sentences, meanings::get, questions::get);
    }

    private void understand(int documents, List<Sentence> sentences, AtomicReference<Optional<Meanings>> meanings) {
        try {
            Map<String, float[]> before = known.read();
            Map<String, float[]> now = new HashMap<>();
            for (Sentence sentence : sentences) {
                now.computeIfAbsent(
                        sentence.text(),
                        text -> Optional.ofNullable(before.get(text)).orElseGet(() -> model().meaning(text)));
            }
            var _ = questions.get("办事");
            meanings.set(Optional.of(new Meanings(
                    documents,
                    sentences,
                    sentences.stream().map(sentence -> now.get(sentence.text())).toArray(float[][]::new))));
            if (!before.keySet().equals(now.keySet())) {
                known.write(now);
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the search goes on by words and sound only", e);
        }
    }

    private synchronized SentenceModel model() {
        if (model == null) {
            model = new SentenceModel();
        }
        return model;
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
