package org.zhengtong.ground.language;

/** Makes search indexes. */
public interface Language {
    /** An empty one, to be filled by {@link HybridIndex#change}. */
    HybridIndex index();
}
