package org.zhengtong.services.instruments.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.zhengtong.services.cases.DocumentKind;
import org.zhengtong.services.instruments.Wording;

/** The wordings every body begins with, from {@code wordings.txt}. */
@Component
class BuiltInWordings {
    private static final String FILE = "/services/instruments/wordings.txt";
    private static final String BEGINNING = "== ";

    private final Map<DocumentKind, Wording> wordings = new EnumMap<>(DocumentKind.class);

    BuiltInWordings() {
        for (String part : text().split("(?m)^" + BEGINNING)) {
            if (!part.isBlank()) {
                read(part);
            }
        }
    }

    Wording of(DocumentKind kind) {
        return Objects.requireNonNull(wordings.get(kind), kind::name);
    }

    private void read(String part) {
        String[] headAndText = part.split("\n", 2);
        String[] kindAndTitle = headAndText[0].split(" ", 2);
        DocumentKind kind = DocumentKind.valueOf(kindAndTitle[0]);
        Wording wording = Wording.typed(kindAndTitle[1], headAndText[1]);
        if (!wording.check(kind).isEmpty()) {
            throw new IllegalStateException(FILE + ", " + kind + ": " + wording.check(kind));
        }
        wordings.put(kind, wording);
    }

    private static String text() {
        try (InputStream file = Objects.requireNonNull(BuiltInWordings.class.getResourceAsStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
