package org.zhengtong.services.editing.internal;

import org.zhengtong.services.editing.Reviewing;

/** What the job does every minute, done when a test says so. */
public final class DueDay {
    private DueDay() {}

    public static void publish(Reviewing<?> editing) {
        ((Drafting<?>) editing).publishDue();
    }
}
