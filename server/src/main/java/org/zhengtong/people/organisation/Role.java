package org.zhengtong.people.organisation;

/** What a member of staff may do for their body. The three administrators are three different people (GB/T 22239). */
public enum Role {
    ACCEPTANCE,
    REVIEW,
    DECISION,
    CATALOGUE,
    /** Supervises (督办) how the bodies of their own division, and of those below it, handle cases. */
    SUPERVISION,
    SYSTEM_ADMINISTRATOR,
    SECURITY_ADMINISTRATOR,
    AUDIT_ADMINISTRATOR;

    /** Whether it can be held for some items only: those roles that handle cases. */
    public boolean isByItem() {
        return switch (this) {
            case ACCEPTANCE, REVIEW, DECISION -> true;
            case CATALOGUE, SUPERVISION, SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR -> false;
        };
    }
}
