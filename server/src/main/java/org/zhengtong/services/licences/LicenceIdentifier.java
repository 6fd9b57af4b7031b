package org.zhengtong.services.licences;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An electronic licence identifier (电子证照标识, GB/T 36904): {@code 1.2.156.3005.2.<type>.<issuer>.<serial>.<version>.<check>}.
 * The check character is ISO 7064 MOD 37,36 over type, issuer, serial and version without the dots.
 *
 * @param type 21 characters: the USCC of the body that defines the type, and three digits
 * @param issuer the USCC of the issuing body; live systems also use shorter codes
 * @param version counts from 1 with every new version of the licence
 */
public record LicenceIdentifier(String type, String issuer, String serial, int version) {
    public static final String ROOT = "1.2.156.3005.2.";

    private static final Pattern TYPE = Pattern.compile("[0-9A-Z]{21}");
    private static final Pattern ISSUER = Pattern.compile("[0-9A-Z]{6,18}");
    private static final Pattern SERIAL = Pattern.compile("[0-9A-Z]{1,22}");
    private static final Pattern WHOLE = Pattern.compile(
            "1\\.2\\.156\\.3005\\.2\\.([0-9A-Z]{21})\\.([0-9A-Z]{6,18})\\.([0-9A-Z]{1,22})\\.([0-9]{3})\\.([0-9A-Z])");

    public LicenceIdentifier {
        if (!TYPE.matcher(type).matches()
                || !ISSUER.matcher(issuer).matches()
                || !SERIAL.matcher(serial).matches()
                || version < 1
                || version > 999) {
            throw new IllegalArgumentException("not the parts of an electronic licence identifier");
        }
    }

    /** What reading an identifier that somebody typed can come to. */
    public sealed interface Reading {
        record Good(LicenceIdentifier identifier) implements Reading {}

        /** It has the form of an identifier, but was mistyped: the check character says so. */
        record Mistyped(String text) implements Reading {}

        record NotOne(String text) implements Reading {}
    }

    /** Bears spaces, full-width characters and small letters, as people type and paste them. */
    public static Reading read(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\p{Cf}]+", "")
                .replace('。', '.')
                .toUpperCase(Locale.ROOT);
        Matcher parts = WHOLE.matcher(text);
        if (!parts.matches() || parts.group(4).equals("000")) {
            return new Reading.NotOne(text);
        }
        LicenceIdentifier identifier =
                new LicenceIdentifier(parts.group(1), parts.group(2), parts.group(3), Integer.parseInt(parts.group(4)));
        return identifier.check() == parts.group(5).charAt(0)
                ? new Reading.Good(identifier)
                : new Reading.Mistyped(text);
    }

    public static Optional<LicenceIdentifier> parse(String typed) {
        return read(typed) instanceof Reading.Good good ? Optional.of(good.identifier()) : Optional.empty();
    }

    public char check() {
        return HybridCheck.LETTERS_AND_DIGITS.of(type + issuer + serial + versionDigits());
    }

    public LicenceIdentifier next() {
        return new LicenceIdentifier(type, issuer, serial, version + 1);
    }

    /** The identifier as it is printed. */
    @Override
    public String toString() {
        return ROOT + type + "." + issuer + "." + serial + "." + versionDigits() + "." + check();
    }

    private String versionDigits() {
        return "%03d".formatted(version);
    }
}
