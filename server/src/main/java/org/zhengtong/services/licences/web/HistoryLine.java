package org.zhengtong.services.licences.web;

import org.zhengtong.services.licences.LicenceVersion;

/**
 * A version as the history of a licence shows it.
 *
 * @param who in the reader's words; empty when the house itself did it
 */
public record HistoryLine(LicenceVersion version, String who) {
    private static final int SHOWN_OF_DIGEST = 16;

    public String what() {
        return version.act()
                .map(act -> "licences.act." + act)
                .orElse(version.number() == 1 ? "licences.history.issued" : LicenceTone.key(version.state()));
    }

    public String tone() {
        return LicenceTone.of(version.state());
    }

    /** Enough of it to compare by eye. */
    public String digest() {
        return version.digest().substring(0, SHOWN_OF_DIGEST);
    }
}
