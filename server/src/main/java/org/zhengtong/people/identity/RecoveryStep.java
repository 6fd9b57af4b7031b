package org.zhengtong.people.identity;

import java.util.UUID;

/** Something its person is told about happened to a recovery. */
public record RecoveryStep(UUID recovery, What what) {
    public static final String TOPIC = "identity.recovery";

    /** What is told. Its words are the messages {@code identity.news.<name>.subject} and {@code .text}. */
    public enum What {
        CODE,
        WAITS,
        DONE,
        STOPPED
    }
}
