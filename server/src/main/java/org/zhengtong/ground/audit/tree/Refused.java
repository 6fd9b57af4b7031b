package org.zhengtong.ground.audit.tree;

/** What was handed in does not hold. */
public final class Refused extends RuntimeException {
    private final Refusal why;
    private final String where;

    public Refused(Refusal why) {
        this(why, "");
    }

    /** @param where which tile, or which log; empty where there is nothing to tell */
    public Refused(Refusal why, String where) {
        super(where.isEmpty() ? why.name() : why.name() + " " + where, null, false, false);
        this.why = why;
        this.where = where;
    }

    public Refusal why() {
        return why;
    }

    public String where() {
        return where;
    }
}
