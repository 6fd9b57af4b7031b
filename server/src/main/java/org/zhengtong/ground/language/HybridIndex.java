package org.zhengtong.ground.language;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * An index over what people may ask for in their own words: words (BM25 over smartcn), pinyin, initials and meaning
 * (sentence vectors), fused by rank. A sentence that many documents say is kept once.
 */
public interface HybridIndex {
    /** Best first; nothing for a question that fits nothing. */
    List<SearchHit> search(String question, int limit);

    /** Which ways of searching take part; the benchmark shows them beside each other. */
    List<SearchHit> search(String question, int limit, SearchWay way);

    /**
     * Takes in what is new or changed and lets go of what is no more. All of it is found by words and sounds when this
     * returns; what its sentences mean is computed behind it, some milliseconds each.
     *
     * @param removed keys
     */
    void change(Collection<SearchDocument> put, Set<String> removed);

    /** How many sentences there are whose meaning is still to be computed. */
    int notYetUnderstood();
}
