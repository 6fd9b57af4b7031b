package org.zhengtong.services.transfer.web;

import java.util.Locale;
import java.util.Optional;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.services.transfer.Format;
import org.zhengtong.services.transfer.Transfer;

/** How files are chosen. */
final class Download {
    private Download() {}

    static Transfer.Selection selection(Optional<String> body, Optional<String> division) {
        Optional<String> wanted = body.filter(text -> !text.isBlank());
        Optional<String> area = division.filter(text -> !text.isBlank());
        if (wanted.isPresent() && Uscc.parse(wanted.get()).isEmpty()) {
            throw new Problem(422, "transfer-body");
        }
        if (area.isPresent() && !area.get().matches("[0-9]{6}([0-9]{3}){0,2}")) {
            throw new Problem(422, "transfer-division");
        }
        return new Transfer.Selection(wanted.flatMap(Uscc::parse), area);
    }

    static Format format(String name) {
        try {
            return Format.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Problem(422, "transfer-format");
        }
    }
}
