package org.zhengtong.ground.language.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengtong.ground.language.SearchDocument;

/** What an index holds: documents by number, and their sentences, each once. Guarded by the lock of the index. */
final class Contents {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<@Nullable Entry> entries = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final Map<String, Sentence> sentences = new HashMap<>();
    /** The same in a row, which every search goes through several times; empty after a change. */
    private volatile List<Sentence> row = List.of();

    private record Entry(String key, List<Sentence> sentences) {}

    /** The names and everyday words of a document, each once. */
    static Stream<String> names(SearchDocument document) {
        return Stream.concat(Stream.of(document.title()), document.aliases().stream())
                .distinct();
    }

    /** What it says beyond its names. */
    static Stream<String> texts(SearchDocument document) {
        return document.texts().stream().filter(text -> !text.isBlank()).distinct();
    }

    /** One more than the largest number of a document. */
    int size() {
        return entries.size();
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    List<Sentence> sentences() {
        if (row.size() != sentences.size()) {
            row = List.copyOf(sentences.values());
        }
        return row;
    }

    @Nullable Sentence sentence(String text) {
        return sentences.get(text);
    }

    boolean isName(String text) {
        Sentence sentence = sentences.get(text);
        return sentence != null && sentence.spelling() != null;
    }

    /** The number of a document; -1 when there is none of that key. */
    int number(String key) {
        return numbers.getOrDefault(key, -1);
    }

    String key(int number) {
        Entry entry = entries.get(number);
        if (entry == null) {
            throw new IllegalArgumentException("no document " + number);
        }
        return entry.key();
    }

    boolean isUnderstood(int number) {
        Entry entry = entries.get(number);
        return entry == null || entry.sentences().stream().allMatch(sentence -> sentence.meaning() != null);
    }

    /** @param spellings of the names */
    void put(SearchDocument document, Map<String, Spelling> spellings) {
        row = List.of();
        int number = numbers.computeIfAbsent(document.key(), key -> place());
        Set<Sentence> said = new LinkedHashSet<>();
        names(document).forEach(text -> {
            Sentence sentence = sentences.computeIfAbsent(text, Sentence::new);
            sentence.callsAlso(number, spellings.computeIfAbsent(text, Spelling::of));
            said.add(sentence);
        });
        texts(document).forEach(text -> {
            Sentence sentence = sentences.computeIfAbsent(text, Sentence::new);
            sentence.isSaidAlsoBy(number);
            said.add(sentence);
        });
        entries.set(number, new Entry(document.key(), List.copyOf(said)));
    }

    /** @return the sentences that may now be nobody's name; those nobody says any more are gone after {@link #clear} */
    List<Sentence> remove(String key) {
        int number = number(key);
        Entry entry = number < 0 ? null : entries.get(number);
        if (entry == null) {
            return List.of();
        }
        entry.sentences().forEach(sentence -> sentence.forget(number));
        entries.set(number, null);
        numbers.remove(key);
        free.push(number);
        return entry.sentences();
    }

    /** Lets go of those of the sentences that nobody says any more. */
    void clear(Collection<Sentence> maybe) {
        row = List.of();
        maybe.stream().filter(Sentence::isForgotten).forEach(sentence -> sentences.remove(sentence.text(), sentence));
    }

    private int place() {
        if (!free.isEmpty()) {
            return free.pop();
        }
        entries.add(null);
        return entries.size() - 1;
    }
}
