package org.zhengtong.services.licences.web;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Drawing;
import org.zhengtong.ground.web.QrCode;
import org.zhengtong.ground.web.SealImage;
import org.zhengtong.ground.web.WebSettings;
import org.zhengtong.services.licences.Licence;

/** Seal and QR code of a licence. */
@Component
class LicenceImages {
    private final SealImage seals;
    private final MessageSource messages;
    private final WebSettings settings;

    LicenceImages(SealImage seals, MessageSource messages, WebSettings settings) {
        this.seals = seals;
        this.messages = messages;
        this.settings = settings;
    }

    /** A seal speaks Chinese to everybody. */
    Drawing seal(Licence licence) {
        String kind =
                Objects.requireNonNull(messages.getMessage("licences.seal.kind", null, Locale.SIMPLIFIED_CHINESE));
        return SealImage.drawing(seals.of(licence.issuerName(), kind));
    }

    Drawing code(Licence licence) {
        return QrCode.of(verifyAddress(licence));
    }

    String verifyAddress(Licence licence) {
        return settings.publicAddress() + "/verify/" + licence.identifier();
    }
}
