package org.zhengtong.people.identity.web;

/** What a screen shows that may wait for a telephone. */
public sealed interface QrView {

    /** @param picture for the {@code src} of an image */
    record Waiting(String picture, String number) implements QrView {}

    /** @param sentence key of why it does not wait (any more) */
    record Idle(String sentence) implements QrView {}
}
