package org.zhengtong.ground.language.internal;

import java.util.List;
import java.util.stream.Stream;
import org.zhengtong.ground.language.SearchDocument;

/**
 * One way a document may be meant.
 *
 * @param document its place in the list of documents
 * @param name whether it is a name or everyday word, not a further text
 */
record Sentence(int document, String text, boolean name) {

    static List<Sentence> of(List<SearchDocument> documents) {
        return Stream.iterate(0, place -> place < documents.size(), place -> place + 1)
                .flatMap(place -> of(place, documents.get(place)))
                .toList();
    }

    private static Stream<Sentence> of(int place, SearchDocument document) {
        Stream<String> names = Stream.concat(Stream.of(document.title()), document.aliases().stream());
        return Stream.concat(
                names.distinct().map(text -> new Sentence(place, text, true)),
                document.texts().stream()
                        .filter(text -> !text.isBlank())
                        .distinct()
                        .map(text -> new Sentence(place, text, false)));
    }
}
