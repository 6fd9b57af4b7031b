package org.zhengtong.services.cases.internal;

import org.zhengtong.ground.web.Problem;

/** What people write into a case: cleaned of control and bidi characters, and not endless. */
final class SaidWords {
    static final int MOST = 2000;

    private SaidWords() {}

    static String checked(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\\n]]", "").strip();
        if (clean.codePointCount(0, clean.length()) > MOST) {
            throw new Problem(422, "cases.words-too-long", MOST);
        }
        return clean;
    }
}
