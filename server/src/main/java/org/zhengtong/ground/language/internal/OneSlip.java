package org.zhengtong.ground.language.internal;

/** A character wrong, missing, too many, or two of them changed about. */
final class OneSlip {
    private OneSlip() {}

    static boolean between(String typed, String meant) {
        if (Math.abs(typed.length() - meant.length()) > 1) {
            return false;
        }
        int same = 0;
        int shorter = Math.min(typed.length(), meant.length());
        while (same < shorter && typed.charAt(same) == meant.charAt(same)) {
            same++;
        }
        return endAlike(typed, same + 1, meant, same + 1)
                || endAlike(typed, same + 1, meant, same)
                || endAlike(typed, same, meant, same + 1)
                || changedAbout(typed, meant, same);
    }

    private static boolean changedAbout(String typed, String meant, int place) {
        return place + 1 < typed.length()
                && place + 1 < meant.length()
                && typed.charAt(place) == meant.charAt(place + 1)
                && typed.charAt(place + 1) == meant.charAt(place)
                && endAlike(typed, place + 2, meant, place + 2);
    }

    private static boolean endAlike(String one, int from, String other, int otherFrom) {
        return one.length() - from == other.length() - otherFrom
                && (from >= one.length() || one.regionMatches(from, other, otherFrom, one.length() - from));
    }
}
