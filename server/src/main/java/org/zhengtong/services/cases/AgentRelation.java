package org.zhengtong.services.cases;

/** What somebody who collects a result is to its applicant. */
public enum AgentRelation {
    SPOUSE,
    PARENT,
    CHILD,
    SIBLING,
    /** Of the firm that applied. */
    COLLEAGUE,
    /** Nothing but entrusted with it, in writing (民法典 165). */
    ENTRUSTED;

    public boolean needsMandate() {
        return this == ENTRUSTED;
    }
}
