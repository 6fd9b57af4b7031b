package org.zhengtong.ground.language.internal;

/** A name as somebody may type it: its characters, its pinyin, the first letters of that. */
record Spelling(String characters, String letters, String initials) {
    /** Shorter than this, one other letter makes another word. */
    private static final int SHORTEST_WITH_A_SLIP = 5;

    static Spelling of(String text) {
        String characters = Spoken.tidy(text);
        return new Spelling(characters, String.join("", Sounds.syllables(characters)), Sounds.initials(characters));
    }

    /** How much of the name was typed in letters; 0 when they are not in it. */
    double fit(String typed) {
        return Math.max(part(typed, letters), part(typed, initials));
    }

    /** How much of the name was typed; 0 when it is not in it. */
    double fitOfCharacters(String typed) {
        return part(typed, characters);
    }

    /** Whether one letter is wrong, missing or too many in what was typed of the name. */
    boolean isMistyped(String typed) {
        return typed.length() >= SHORTEST_WITH_A_SLIP && OneSlip.between(typed, letters);
    }

    private static double part(String typed, String name) {
        if (typed.length() < 2 || !name.contains(typed)) {
            return 0;
        }
        return (double) typed.length() / name.length() + (name.startsWith(typed) ? 0.3 : 0);
    }
}
