package org.zhengtong.services.instruments.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.SealImage;
import org.zhengtong.services.cases.DocumentKind;
import org.zhengtong.services.instruments.Instrument;

/** Lays documents out for pages. A city has some dozens of seals: each is drawn once. */
@Component
class Sheets {
    private final MessageSource messages;
    private final LoadingCache<String, String> seals;

    Sheets(SealImage image, MessageSource messages) {
        this.messages = messages;
        this.seals = Caffeine.newBuilder()
                .maximumSize(200)
                .build(bodyName -> SealImage.drawing(image.of(bodyName, say("instruments.seal.kind")))
                        .address());
    }

    SheetView of(Instrument instrument) {
        return new SheetView(
                instrument,
                instrument.kind() == DocumentKind.DEFERRAL_PROMISE
                        ? say("instruments.promised-by", instrument.signer())
                        : instrument.signer(),
                DateTimeFormatter.ofPattern(say("instruments.date"), Locale.SIMPLIFIED_CHINESE)
                        .format(instrument.date()),
                Objects.requireNonNull(seals.get(instrument.bodyName())),
                say("instruments.seal.picture", instrument.bodyName()));
    }

    private String say(String key, Object... values) {
        return Objects.requireNonNull(messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE));
    }
}
