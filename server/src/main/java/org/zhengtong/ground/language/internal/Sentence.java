package org.zhengtong.ground.language.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Something that documents are called or say, kept once however many they are. The documents are changed only under the
 * lock of the index; the meaning comes when it is computed.
 */
final class Sentence {
    private final String text;
    private int[] called = {};
    private int[] saying = {};
    private @Nullable Spelling spelling;
    private volatile @Nullable Meaning meaning;
    private volatile @Nullable Outline outline;

    Sentence(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** The documents it is a name or everyday word of. */
    int[] called() {
        return called;
    }

    /** The documents it is a further text of. */
    int[] saying() {
        return saying;
    }

    /** How a name is spelt; none for what is nobody's name. */
    @Nullable Spelling spelling() {
        return spelling;
    }

    @Nullable Meaning meaning() {
        return meaning;
    }

    void mean(Meaning meaning) {
        this.meaning = meaning;
    }

    /** Of its meaning; none in a small index. */
    @Nullable Outline outline() {
        return outline;
    }

    void outline(Outline outline) {
        this.outline = outline;
    }

    void callsAlso(int document, Spelling spelling) {
        this.called = with(called, document);
        this.spelling = spelling;
    }

    void isSaidAlsoBy(int document) {
        saying = with(saying, document);
    }

    /** The document is no more. */
    void forget(int document) {
        called = without(called, document);
        saying = without(saying, document);
        if (called.length == 0) {
            spelling = null;
        }
    }

    boolean isForgotten() {
        return called.length == 0 && saying.length == 0;
    }

    private static int[] with(int[] documents, int document) {
        int[] more = Arrays.copyOf(documents, documents.length + 1);
        more[documents.length] = document;
        return more;
    }

    private static int[] without(int[] documents, int document) {
        return Arrays.stream(documents).filter(one -> one != document).toArray();
    }
}
