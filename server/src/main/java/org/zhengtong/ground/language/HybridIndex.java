package org.zhengtong.ground.language;

import java.util.List;

/**
 * An index over what people may ask for in their own words: words (BM25 over smartcn), pinyin, initials and meaning
 * (sentence vectors), fused by rank. Made whole from a list of documents and then never changed.
 */
public interface HybridIndex {
    /** Best first; nothing for a question that fits nothing. */
    List<SearchHit> search(String question, int limit);

    /** Which ways of searching take part; the benchmark shows them beside each other. */
    List<SearchHit> search(String question, int limit, SearchWay way);
}
