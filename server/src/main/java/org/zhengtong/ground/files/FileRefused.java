package org.zhengtong.ground.files;

/** A file that is not taken. The room that asked for the file has a sentence for every reason. */
public final class FileRefused extends Exception {
    /** Why. */
    public enum Reason {
        EMPTY,
        TOO_LARGE,
        TYPE_NOT_ALLOWED,
        NOT_WHAT_ITS_NAME_SAYS,
        /** Small to carry, huge when unpacked or drawn. */
        ARCHIVE_BOMB,
        /** Incomplete, locked by a password, or with a program inside: to be exported or photographed again. */
        BROKEN,
        /** The scanner for malware knows it. */
        MALWARE,
        /** The scanner does not answer; it can be handed in again a little later. */
        NOT_SCANNED
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
