package org.zhengtong.ground.language;

/** A way of searching. */
public enum SearchWay {
    WORDS,
    MEANING,
    /** Words, sounds and beginnings of names only: for suggestions, which wait for no sentence to be understood. */
    TYPING,
    FUSED
}
