package org.zhengtong.services.licences.web;

import java.util.Locale;
import org.zhengtong.services.licences.LicenceState;

/** How a state is shown. */
final class LicenceTone {
    private LicenceTone() {}

    static String of(LicenceState state) {
        return switch (state) {
            case VALID -> "ok";
            case DETAINED, EXPIRED, TRANSFERRED -> "warn";
            case REVOKED, CANCELLED, WITHDRAWN -> "bad";
        };
    }

    static String key(LicenceState state) {
        return "licences.state." + state.name().toLowerCase(Locale.ROOT);
    }
}
