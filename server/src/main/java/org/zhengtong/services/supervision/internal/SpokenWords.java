package org.zhengtong.services.supervision.internal;

import org.zhengtong.ground.web.Problem;

/** What people write here: cleaned of control and bidi characters, and not endless. */
final class SpokenWords {
    static final int MOST = 2000;

    private SpokenWords() {}

    static String checked(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\\n]]", "").strip();
        if (clean.codePointCount(0, clean.length()) > MOST) {
            throw new Problem(422, "supervision.words-too-long", MOST);
        }
        return clean;
    }
}
