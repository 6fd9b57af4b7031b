package org.zhengtong.services.catalogue.internal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.zhengtong.ground.language.HybridIndex;
import org.zhengtong.ground.language.SearchDocument;
import org.zhengtong.ground.language.SearchHit;
import org.zhengtong.ground.language.SearchWay;

/** Finds by shared pairs of characters, as long as the room of language has nothing better. */
record PlainIndex(List<SearchDocument> documents) implements HybridIndex {

    @Override
    public List<SearchHit> search(String question, int limit) {
        return documents.stream()
                .map(document -> new SearchHit(document.key(), score(document, question)))
                .filter(hit -> hit.score() > 0)
                .sorted(Comparator.comparingDouble(SearchHit::score).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<SearchHit> search(String question, int limit, SearchWay way) {
        return search(question, limit);
    }

    private static double score(SearchDocument document, String question) {
        double best = 0;
        for (String name : Stream.concat(Stream.of(document.title()), document.aliases().stream())
                .toList()) {
            int shared = 0;
            for (int i = 0; i + 2 <= question.length(); i++) {
                if (name.contains(question.substring(i, i + 2))) {
                    shared++;
                }
            }
            best = Math.max(best, shared + (double) shared / name.length());
        }
        return best;
    }
}
