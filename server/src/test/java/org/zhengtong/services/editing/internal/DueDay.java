package org.zhengtong.services.editing.internal;

import org.zhengtong.services.editing.Editing;

/** What the job does every minute, done when a test says so. */
public final class DueDay {
    private DueDay() {}

    public static void publish(Editing editing) {
        ((StoredEditing) editing).publishDue();
    }
}
