package org.zhengtong.services.licences.internal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The text of a licence's QR code: the address of its verification, or the bare identifier. */
final class PresentedCode {
    private static final String VERIFICATION = "/verify/";
    private static final int LONGEST = 4_000;

    private PresentedCode() {}

    static String identifier(String scanned) {
        String text = scanned.length() > LONGEST ? scanned.substring(0, LONGEST) : scanned;
        int at = text.lastIndexOf(VERIFICATION);
        if (at < 0) {
            return text;
        }
        String path = text.substring(at + VERIFICATION.length()).replaceFirst("[?#].*", "");
        try {
            return URLDecoder.decode(path, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }
}
