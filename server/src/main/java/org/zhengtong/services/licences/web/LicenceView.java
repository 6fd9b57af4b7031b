package org.zhengtong.services.licences.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.zhengtong.services.licences.Licence;

/** @param address where anyone verifies it */
public record LicenceView(Licence licence, List<PrintedLine> lines, List<Reader> readers, String address) {

    public String tone() {
        return LicenceTone.of(licence.state());
    }

    public String state() {
        return LicenceTone.key(licence.state());
    }

    /** Of a licence that is not valid: what this means to its holder. */
    public String notice() {
        return "licences.page.notice." + licence.state().name().toLowerCase(Locale.ROOT);
    }

    /** Whether the holder's name stands in none of the lines already. */
    public boolean namesHolder() {
        return PrintedLine.namesHolder(licence, lines);
    }

    public String page() {
        return "/my/licences/" + licence.id();
    }

    /** @param who already in the reader's words */
    public record Reader(Instant at, String who, String purpose) {}
}
