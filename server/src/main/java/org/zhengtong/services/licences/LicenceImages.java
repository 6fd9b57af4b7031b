package org.zhengtong.services.licences;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Drawing;
import org.zhengtong.ground.web.QrCode;
import org.zhengtong.ground.web.SealImage;
import org.zhengtong.ground.web.WebSettings;

/** Seal and QR code of a licence. */
@Component
public class LicenceImages {
    private final SealImage seals;
    private final MessageSource messages;
    private final WebSettings settings;

    public LicenceImages(SealImage seals, MessageSource messages, WebSettings settings) {
        this.seals = seals;
        this.messages = messages;
        this.settings = settings;
    }

    /** A seal speaks Chinese to everybody. */
    public Drawing seal(Licence licence) {
        String kind =
                Objects.requireNonNull(messages.getMessage("licences.seal.kind", null, Locale.SIMPLIFIED_CHINESE));
        return SealImage.drawing(seals.of(licence.issuerName(), kind));
    }

    /** @param code that is believed without asking; when absent, only the address stands in the picture */
    public Drawing code(Licence licence, Optional<String> code) {
        return QrCode.of(scanned(verifyAddress(licence), code));
    }

    public Drawing code(LicenceCopy copy, Optional<String> code) {
        return QrCode.of(scanned(verifyAddress(copy), code));
    }

    public String verifyAddress(Licence licence) {
        return settings.publicAddress() + "/verify/" + licence.identifier();
    }

    public String verifyAddress(LicenceCopy copy) {
        return settings.publicAddress() + "/verify/copies/" + copy.number();
    }

    private static String scanned(String address, Optional<String> code) {
        return address
                + code.map(text -> "?code=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                        .orElse("");
    }
}
