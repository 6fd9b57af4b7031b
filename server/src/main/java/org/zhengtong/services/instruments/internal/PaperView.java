package org.zhengtong.services.instruments.internal;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.zhengtong.services.cases.DocumentKind;
import org.zhengtong.services.instruments.Instrument;

/**
 * A document on paper. Documents are printed in Chinese for everybody.
 *
 * @param seal picture, as a {@code data:} address
 * @param code picture of the QR code, as a {@code data:} address
 */
public record PaperView(MessageSource messages, Instrument instrument, String seal, String code, String verifyAddress) {

    public String t(String key, Object... values) {
        return Objects.requireNonNull(messages.getMessage(key, values, "??" + key + "??", Locale.SIMPLIFIED_CHINESE));
    }

    public String date() {
        return DateTimeFormatter.ofPattern(t("instruments.date"), Locale.SIMPLIFIED_CHINESE)
                .format(instrument.date());
    }

    /** Who stands at the foot of it. */
    public String signer() {
        return instrument.kind() == DocumentKind.DEFERRAL_PROMISE
                ? t("instruments.promised-by", instrument.signer())
                : instrument.signer();
    }
}
