package org.zhengtong.services.licences;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a body does to a licence it has issued; each makes a new version. */
public enum LicenceAct {
    /** 暂扣许可证件, a penalty with an end (行政处罚法 9 (3)). */
    DETAIN(LicenceState.DETAINED),
    /** 发还, before the end of the detention. */
    GIVE_BACK(LicenceState.VALID),
    /** 撤销 (行政许可法 69). */
    REVOKE(LicenceState.REVOKED),
    /** 注销 (行政许可法 70). */
    CANCEL(LicenceState.CANCELLED),
    /** 吊销许可证件, a penalty before which the holder may ask for a hearing (行政处罚法 9 (3), 63). */
    WITHDRAW(LicenceState.WITHDRAWN),
    /** 转出: another authority keeps it from now on. */
    TRANSFER(LicenceState.TRANSFERRED),
    /** 变更 or 更正 of what it states (行政许可法 49). */
    CORRECT(LicenceState.VALID),
    /** 延续 (行政许可法 50). */
    RENEW(LicenceState.VALID);

    /** On what an end by 行政许可法 69 or 70 is grounded. */
    public enum Ground {
        ABUSE(REVOKE),
        BEYOND_POWERS(REVOKE),
        PROCEDURE(REVOKE),
        UNQUALIFIED(REVOKE),
        OTHER_REVOCATION(REVOKE),
        DECEIT(REVOKE),
        NOT_RENEWED(CANCEL),
        PERSON_ENDED(CANCEL),
        FIRM_ENDED(CANCEL),
        RECALLED(CANCEL),
        IMPOSSIBLE(CANCEL),
        OTHER_CANCELLATION(CANCEL);

        private final LicenceAct act;

        Ground(LicenceAct act) {
            this.act = act;
        }

        public static List<Ground> of(LicenceAct act) {
            return Arrays.stream(values()).filter(ground -> ground.act == act).toList();
        }

        static Optional<Ground> named(LicenceAct act, String name) {
            return of(act).stream().filter(ground -> ground.name().equals(name)).findFirst();
        }
    }

    private final LicenceState leadsTo;

    LicenceAct(LicenceState leadsTo) {
        this.leadsTo = leadsTo;
    }

    public LicenceState leadsTo() {
        return leadsTo;
    }

    public boolean mayFollow(LicenceState state) {
        return switch (this) {
            case DETAIN, TRANSFER, CORRECT, RENEW -> state == LicenceState.VALID;
            case GIVE_BACK -> state == LicenceState.DETAINED;
            case WITHDRAW -> state == LicenceState.VALID || state == LicenceState.DETAINED;
            case REVOKE, CANCEL ->
                switch (state) {
                    case VALID, DETAINED, EXPIRED -> true;
                    case REVOKED, CANCELLED, TRANSFERRED, WITHDRAWN -> false;
                };
        };
    }

    /** As it stands in addresses: {@code give-back}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<LicenceAct> at(String path) {
        return Arrays.stream(values()).filter(act -> act.path().equals(path)).findFirst();
    }
}
