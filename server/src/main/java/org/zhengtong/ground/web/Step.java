package org.zhengtong.ground.web;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A station on the way, for {@code ground/web/steps.jte}.
 *
 * @param title what happens there
 * @param at when it happened
 * @param detail who acts, until when, or what was said; may be empty
 */
public record Step(String title, State state, Optional<Instant> at, String detail) {

    /** Where the matter is, seen from this step. */
    public enum State {
        DONE,
        NOW,
        AHEAD,
        STOPPED;

        public String style() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of the word that readers hear, for the state is otherwise only drawn. */
        public String key() {
            return "step." + style();
        }
    }

    public static Step done(String title, Instant at) {
        return new Step(title, State.DONE, Optional.of(at), "");
    }

    public static Step now(String title, String detail) {
        return new Step(title, State.NOW, Optional.empty(), detail);
    }

    public static Step ahead(String title) {
        return new Step(title, State.AHEAD, Optional.empty(), "");
    }

    public Step saying(String words) {
        return new Step(title, state, at, words);
    }
}
