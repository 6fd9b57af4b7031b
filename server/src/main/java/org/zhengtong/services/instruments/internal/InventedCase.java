package org.zhengtong.services.instruments.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.services.instruments.Placeholder;

/** What a wording is tried with: a case nobody has filed. */
@Component
class InventedCase {
    private final MessageSource messages;

    InventedCase(MessageSource messages) {
        this.messages = messages;
    }

    Map<Placeholder, List<String>> values(String bodyName) {
        Map<Placeholder, List<String>> values = new EnumMap<>(Placeholder.class);
        for (Placeholder placeholder : Placeholder.values()) {
            values.put(
                    placeholder,
                    switch (placeholder) {
                        case BODY -> List.of(bodyName);
                        case REMEDIES -> List.of(say("instruments.remedies"));
                        default ->
                            List.of(say("instruments.invented." + placeholder).split("\\|"));
                    });
        }
        return values;
    }

    String say(String key) {
        return Objects.requireNonNull(messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
    }
}
