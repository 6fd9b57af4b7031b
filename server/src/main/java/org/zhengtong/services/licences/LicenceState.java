package org.zhengtong.services.licences;

import java.util.Set;

/** States of an electronic licence. */
public enum LicenceState {
    VALID,
    /** 暂扣: taken for a time, and may be given back. */
    DETAINED,
    /** 撤销: should never have been issued. */
    REVOKED,
    /** 注销: ended at the holder's wish or with the holder's end. */
    CANCELLED,
    /** 失效: past its last day. Follows from the date, nobody sets it. */
    EXPIRED,
    /** 转出: another authority keeps it now. */
    TRANSFERRED,
    /** 吊销: taken away as a penalty. */
    WITHDRAWN;

    /** Whether a body may put a licence of this state into {@code next}. */
    public boolean mayBecome(LicenceState next) {
        return switch (this) {
            case VALID ->
                Set.of(DETAINED, REVOKED, CANCELLED, TRANSFERRED, WITHDRAWN).contains(next);
            case DETAINED -> Set.of(VALID, REVOKED, CANCELLED, WITHDRAWN).contains(next);
            case EXPIRED -> Set.of(REVOKED, CANCELLED).contains(next);
            case REVOKED, CANCELLED, TRANSFERRED, WITHDRAWN -> false;
        };
    }
}
