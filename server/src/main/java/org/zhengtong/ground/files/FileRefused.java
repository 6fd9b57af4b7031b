package org.zhengtong.ground.files;

/** A file that is not taken. The reason is also the key of its sentence: {@code file.refused.<reason>}. */
public final class FileRefused extends Exception {
    /** Why. */
    public enum Reason {
        EMPTY,
        TOO_LARGE,
        TYPE_NOT_ALLOWED,
        NOT_WHAT_ITS_NAME_SAYS,
        ARCHIVE_BOMB,
        BROKEN
    }

    private final Reason reason;

    public FileRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
