package org.zhengtong.services.licences.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.zhengtong.ground.web.Drawing;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceCopy;
import org.zhengtong.services.licences.LicenceImages;
import org.zhengtong.services.licences.LicenceState;
import org.zhengtong.services.licences.LicenceType;
import org.zhengtong.services.licences.PrintedLine;

/**
 * The face of a licence on paper, after the template of its type. Licences are printed in Chinese for everybody.
 *
 * @param signed the code that is believed without asking
 * @param copy when it is a copy for use: its stamp stands on the face
 */
public record Face(
        MessageSource messages,
        Licence licence,
        LicenceType type,
        LicenceImages images,
        Optional<String> signed,
        Optional<LicenceCopy> copy) {

    public String t(String key, Object... values) {
        return Objects.requireNonNull(messages.getMessage(key, values, "??" + key + "??", Locale.SIMPLIFIED_CHINESE));
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(t("licences.date"), Locale.SIMPLIFIED_CHINESE)
                .format(date);
    }

    /** Name of the template, as style sheets call it. */
    public String template() {
        return type.face().name().toLowerCase(Locale.ROOT);
    }

    public List<PrintedLine> lines() {
        return PrintedLine.of(licence, type);
    }

    public boolean namesHolder() {
        return PrintedLine.namesHolder(licence, lines());
    }

    /** Of a licence that is not valid: what it is instead. */
    public Optional<String> state() {
        return Optional.of(licence.state())
                .filter(state -> state != LicenceState.VALID)
                .map(state -> t("licences.state." + state.name().toLowerCase(Locale.ROOT)));
    }

    public String validity() {
        return licence.validUntil()
                .map(last -> t("licences.validity.until", date(licence.issuedOn()), date(last)))
                .orElseGet(() -> t("licences.validity.long"));
    }

    /** What is stamped on a copy for use, a line each. */
    public List<String> stamp() {
        return copy.map(one -> List.of(
                        t("licences.copy.stamp.title"),
                        t("licences.copy.stamp.use", one.recipient(), one.purpose()),
                        t("licences.copy.stamp.until", date(one.until()), one.number())))
                .orElse(List.of());
    }

    public String verifyAddress() {
        return copy.map(images::verifyAddress).orElseGet(() -> images.verifyAddress(licence));
    }

    Drawing code() {
        return copy.map(one -> images.code(one, signed)).orElseGet(() -> images.code(licence, signed));
    }

    Drawing seal() {
        return images.seal(licence);
    }
}
