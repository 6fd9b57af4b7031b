package org.zhengtong.services.licences.web;

import java.util.Locale;
import java.util.Optional;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceCopies;
import org.zhengtong.services.licences.LicenceCopy;

/** A copy for use, for the holder. */
public record CopyView(Licence licence, LicenceCopy copy, boolean fresh) {
    public String page() {
        return "/my/licences/" + licence.id() + "/copies/" + copy.id();
    }

    static String tone(LicenceCopy copy) {
        return switch (copy.state()) {
            case VALID -> "ok";
            case OVER, LICENCE_REPLACED -> "warn";
            case REVOKED, LICENCE_ENDED -> "bad";
        };
    }

    static String key(LicenceCopy copy) {
        return "licences.copy.state."
                + copy.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the public page shows of a copy. */
    public record Public(String typed, Optional<LicenceCopies.Verified> found) {
        public String sentence() {
            return found.map(one -> key(one.copy())).orElse("licences.copy.state.unknown");
        }

        public String tone() {
            return found.map(one -> CopyView.tone(one.copy())).orElse("bad");
        }
    }
}
