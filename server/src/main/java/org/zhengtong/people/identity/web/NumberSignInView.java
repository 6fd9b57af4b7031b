package org.zhengtong.people.identity.web;

import java.util.Optional;

/** A step of signing in by identity number. */
public sealed interface NumberSignInView {
    /** Key of what went wrong; empty when nothing did. */
    String problem();

    /** @param connected whether telephones can be told a code */
    record OfNumber(boolean connected, String problem) implements NumberSignInView {}

    /** @param demonstrated the code, when nothing is really sent */
    record Code(Optional<String> demonstrated, String problem) implements NumberSignInView {
        /** Nothing of it: the code is a secret. */
        @Override
        public String toString() {
            return "Code";
        }
    }
}
