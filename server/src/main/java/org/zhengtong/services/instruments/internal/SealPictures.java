package org.zhengtong.services.instruments.internal;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Drawing;
import org.zhengtong.ground.web.QrCode;
import org.zhengtong.ground.web.SealImage;
import org.zhengtong.ground.web.WebSettings;
import org.zhengtong.services.instruments.Instrument;

/** What is drawn on a document: the body's seal, and the code that leads to its verification. */
@Component
class SealPictures {
    private final SealImage seals;
    private final MessageSource messages;
    private final WebSettings settings;

    SealPictures(SealImage seals, MessageSource messages, WebSettings settings) {
        this.seals = seals;
        this.messages = messages;
        this.settings = settings;
    }

    /** A seal speaks Chinese to everybody. */
    Drawing seal(String bodyName) {
        String kind =
                Objects.requireNonNull(messages.getMessage("instruments.seal.kind", null, Locale.SIMPLIFIED_CHINESE));
        return SealImage.drawing(seals.of(bodyName, kind));
    }

    Drawing code(Instrument instrument) {
        return QrCode.of(verifyAddress(instrument));
    }

    String verifyAddress(Instrument instrument) {
        return settings.publicAddress() + "/verify/documents/" + instrument.code();
    }
}
