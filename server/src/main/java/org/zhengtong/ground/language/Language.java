package org.zhengtong.ground.language;

import java.util.List;

/** Makes search indexes. */
public interface Language {
    /** Takes some milliseconds a document for its vectors; until they stand, the index answers by words and pinyin. */
    HybridIndex index(List<SearchDocument> documents);
}
