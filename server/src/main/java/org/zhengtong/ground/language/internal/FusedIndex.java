package org.zhengtong.ground.language.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengtong.ground.language.HybridIndex;
import org.zhengtong.ground.language.SearchDocument;
import org.zhengtong.ground.language.SearchHit;
import org.zhengtong.ground.language.SearchWay;

/** Words, spellings and meanings of all documents beside each other, changed under a lock that searches share. */
final class FusedIndex implements HybridIndex {
    /** With fewer sentences a search takes no time worth saving. */
    private static final int WORTH_OUTLINING = 4000;

    private final Words words = new Words();
    private final Contents contents = new Contents();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Function<String, Optional<Meaning>> understand;
    private final Runnable changed;
    private volatile @Nullable Directions directions;

    /**
     * @param understand what a question means; nothing as long as the model is not there
     * @param changed told when there may be sentences to understand
     */
    FusedIndex(Function<String, Optional<Meaning>> understand, Runnable changed) {
        this.understand = understand;
        this.changed = changed;
    }

    @Override
    public synchronized void change(Collection<SearchDocument> put, Set<String> removed) {
        // only this method writes, so reading and spelling, which take longest, need no lock and keep no search waiting
        Map<String, Spelling> spellings = new HashMap<>();
        put.stream().flatMap(Contents::names).forEach(name -> spellings.computeIfAbsent(name, this::spelling));
        words.removeDocuments(removed.stream());
        put.forEach(words::put);
        words.prepare();
        lock.writeLock().lock();
        try {
            List<Sentence> left = Stream.concat(removed.stream(), put.stream().map(SearchDocument::key))
                    .flatMap(key -> contents.remove(key).stream())
                    .toList();
            put.forEach(document -> contents.put(document, spellings));
            contents.clear(left);
            words.removeNames(left.stream().map(Sentence::text).filter(text -> !contents.isName(text)));
            words.show();
        } finally {
            lock.writeLock().unlock();
        }
        changed.run();
    }

    private Spelling spelling(String name) {
        Sentence known = contents.sentence(name);
        Spelling before = known == null ? null : known.spelling();
        if (before != null) {
            return before;
        }
        Spelling spelling = Spelling.of(name);
        words.putName(name, spelling);
        return spelling;
    }

    /** Those whose meaning is still to be computed. */
    List<Sentence> strangers() {
        lock.readLock().lock();
        try {
            return contents.sentences().stream()
                    .filter(sentence -> sentence.meaning() == null)
                    .toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** After sentences were understood: prepares a large index for looking at most of them only in outline. */
    void outline() {
        List<Sentence> understood;
        lock.readLock().lock();
        try {
            understood = contents.sentences().stream()
                    .filter(sentence -> sentence.meaning() != null)
                    .toList();
        } finally {
            lock.readLock().unlock();
        }
        Directions known = directions;
        if (known == null && understood.size() >= WORTH_OUTLINING) {
            known = Directions.of(understood.stream()
                    .map(Sentence::meaning)
                    .filter(Objects::nonNull)
                    .toList());
            directions = known;
        }
        for (Sentence sentence : understood) {
            Meaning meaning = sentence.meaning();
            if (known != null && meaning != null && sentence.outline() == null) {
                sentence.outline(known.outline(meaning));
            }
        }
    }

    @Override
    public int notYetUnderstood() {
        return strangers().size();
    }

    @Override
    public List<SearchHit> search(String question, int limit) {
        return search(question, limit, SearchWay.FUSED);
    }

    @Override
    public List<SearchHit> search(String question, int limit, SearchWay way) {
        String asked = Spoken.tidy(question);
        if (asked.isEmpty()) {
            return List.of();
        }
        Optional<Meaning> meaning = asksForMeaning(asked, way) ? understand.apply(asked) : Optional.empty();
        lock.readLock().lock();
        try {
            Scores scores = new Ways(contents, words, Optional.ofNullable(directions), asked).by(way, meaning);
            return scores.best(limit).stream()
                    .map(number -> new SearchHit(contents.key(number), scores.of(number)))
                    .toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** A single character means too much to mean anything, and letters are heard. */
    private static boolean asksForMeaning(String asked, SearchWay way) {
        return switch (way) {
            case WORDS, TYPING -> false;
            case MEANING -> asked.codePointCount(0, asked.length()) > 1;
            case FUSED -> asked.codePointCount(0, asked.length()) > 1 && !Sounds.isTypedInLetters(asked);
        };
    }
}
