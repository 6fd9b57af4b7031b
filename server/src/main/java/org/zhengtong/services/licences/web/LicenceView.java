package org.zhengtong.services.licences.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceCopy;

/**
 * A licence for its holder.
 *
 * @param address where anyone verifies it
 * @param renewal where it is renewed, when it ends soon and an item of the catalogue issues its type
 */
public record LicenceView(
        FaceView face,
        List<HistoryLine> history,
        List<Reader> readers,
        List<LicenceCopy> copies,
        String address,
        Optional<String> renewal,
        String done) {

    public Licence licence() {
        return face.licence();
    }

    public String tone() {
        return LicenceTone.of(licence().state());
    }

    public String state() {
        return LicenceTone.key(licence().state());
    }

    /** Of a licence that is not valid: what this means to its holder. */
    public String notice() {
        return "licences.page.notice." + licence().state().name().toLowerCase(Locale.ROOT);
    }

    public String page() {
        return "/my/licences/" + licence().id();
    }

    /** @param who already in the reader's words */
    public record Reader(Instant at, String who, String purpose) {}
}
