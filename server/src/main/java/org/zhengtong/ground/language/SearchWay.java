package org.zhengtong.ground.language;

/** A way of searching. */
public enum SearchWay {
    WORDS,
    MEANING,
    FUSED
}
