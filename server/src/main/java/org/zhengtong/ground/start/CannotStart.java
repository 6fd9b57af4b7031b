package org.zhengtong.ground.start;

/** The program cannot start as things are, and the administrator can help it. */
public final class CannotStart extends RuntimeException {
    private final String remedy;

    /**
     * @param what what is the matter, as a sentence without secrets
     * @param remedy what to do about it
     */
    public CannotStart(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    public CannotStart(String what, String remedy, Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
