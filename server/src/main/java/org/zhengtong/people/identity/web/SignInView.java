package org.zhengtong.people.identity.web;

import java.util.List;

/**
 * The sign-in page.
 *
 * @param error the sentence of what went wrong; empty when nothing did
 * @param form {@code kept} or {@code too-large} when a form led here, else empty
 */
public record SignInView(String account, String next, String form, String error) {
    public boolean failed() {
        return !error.isEmpty();
    }

    public List<String> errors() {
        return failed() ? List.of(error) : List.of();
    }
}
