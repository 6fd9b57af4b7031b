package org.zhengtong.services.signing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.zhengtong.ground.crypto.Sm3;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody signs, in full: nothing counts that does not stand in it.
 *
 * @param subject the case or the draft it is about
 * @param declaration the sentence above the signature
 */
public record Paper(UUID subject, String title, List<Part> parts, String declaration) {
    public Paper {
        parts = List.copyOf(parts);
    }

    /** @param title empty for none */
    public record Part(String title, List<Line> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    public record Line(String label, String value) {}

    public String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    public static Paper read(String json) {
        return JsonMapper.shared().readValue(json, Paper.class);
    }

    /** SM3 of every word of it, in hexadecimal. */
    public String digest() {
        return HexFormat.of().formatHex(Sm3.digest(json().getBytes(StandardCharsets.UTF_8)));
    }

    /** What stands in it stays out of logs. */
    @Override
    public String toString() {
        return "Paper of " + subject;
    }
}
