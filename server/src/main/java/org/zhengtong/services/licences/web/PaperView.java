package org.zhengtong.services.licences.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.zhengtong.services.licences.Licence;

/**
 * A licence on paper. Licences are printed in Chinese for everybody.
 *
 * @param seal picture, as a {@code data:} address
 * @param code picture of the QR code, as a {@code data:} address
 */
public record PaperView(
        MessageSource messages,
        Licence licence,
        List<PrintedLine> lines,
        String seal,
        String code,
        String verifyAddress) {

    public String t(String key, Object... values) {
        return Objects.requireNonNull(messages.getMessage(key, values, "??" + key + "??", Locale.SIMPLIFIED_CHINESE));
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(t("licences.date"), Locale.SIMPLIFIED_CHINESE)
                .format(date);
    }

    public boolean namesHolder() {
        return PrintedLine.namesHolder(licence, lines);
    }

    public String state() {
        return LicenceTone.key(licence.state());
    }

    public String validity() {
        return licence.validUntil()
                .map(last -> t("licences.validity.until", date(licence.issuedOn()), date(last)))
                .orElseGet(() -> t("licences.validity.long"));
    }
}
