package org.zhengtong.services.licences.web;

import java.util.List;
import java.util.Locale;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceType;
import org.zhengtong.services.licences.PrintedLine;

/**
 * The face of a licence on a page, after the template of its type.
 *
 * @param code where the picture of its QR code is
 * @param seal where the picture of the seal is
 */
public record FaceView(Licence licence, LicenceType type, String code, String seal) {

    public List<PrintedLine> lines() {
        return PrintedLine.of(licence, type);
    }

    /** Whether the holder's name stands in none of the lines already. */
    public boolean namesHolder() {
        return PrintedLine.namesHolder(licence, lines());
    }

    /** Name of the template, as the style sheet calls it. */
    public String template() {
        return type.face().name().toLowerCase(Locale.ROOT);
    }

    public String state() {
        return LicenceTone.key(licence.state());
    }
}
