package org.zhengtong.services.licences;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What the QR code of a licence carries, so that it can be believed without asking anybody: a small record and the
 * issuer's SM2 signature over it. {@code docs/licence-codes.md} describes every byte.
 *
 * @param holder of natural persons masked, as on the public page
 * @param signedAt when the issuer signed this code: whoever is offline may ask for a fresh one
 * @param issuer SM3 digest of the issuer's certificate (X.509, DER)
 * @param copy of a copy for use: for what and for whom it was made
 */
public record LicenceCode(
        String identifier,
        String type,
        String holder,
        LocalDate issuedOn,
        Optional<LocalDate> validUntil,
        Instant signedAt,
        Fingerprint issuer,
        Optional<ForUse> copy) {
    /** r and s of the signature, 32 bytes each. */
    static final int SIGNATURE = 64;

    private static final byte[] MARK = {'Z', 'T', 1};
    private static final int LONGEST_TEXT = 900;
    private static final int LONGEST = 4000;
    private static final int NO_END = Integer.MIN_VALUE;

    /** A copy for use (加注件). */
    public record ForUse(String number, String purpose, String recipient, LocalDate until) {}

    /** 32 bytes by which a certificate is known. */
    public record Fingerprint(String hex) {
        public static Fingerprint of(byte[] digest) {
            return new Fingerprint(HexFormat.of().formatHex(digest));
        }

        byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }
    }

    /** A code as it was read: what it says, and what of it is signed. Nothing of it is believed yet. */
    static final class Signed {
        private final LicenceCode code;
        private final byte[] content;
        private final byte[] signature;

        private Signed(LicenceCode code, byte[] content, byte[] signature) {
            this.code = code;
            this.content = content;
            this.signature = signature;
        }

        LicenceCode code() {
            return code;
        }

        byte[] content() {
            return content.clone();
        }

        byte[] signature() {
            return signature.clone();
        }
    }

    /** The bytes that are signed; the same code always gives the same. */
    public byte[] content() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(MARK);
            out.writeByte(copy.isPresent() ? 2 : 1);
            text(out, identifier);
            text(out, type);
            text(out, holder);
            out.writeInt((int) issuedOn.toEpochDay());
            out.writeInt(validUntil.map(last -> (int) last.toEpochDay()).orElse(NO_END));
            out.writeLong(signedAt.getEpochSecond());
            out.write(issuer.bytes());
            if (copy.isPresent()) {
                text(out, copy.get().number());
                text(out, copy.get().purpose());
                text(out, copy.get().recipient());
                out.writeInt((int) copy.get().until().toEpochDay());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** As it stands in the QR code: Base64 for addresses (RFC 4648, 5), without padding. */
    public String with(byte[] signature) {
        byte[] content = content();
        byte[] whole = Arrays.copyOf(content, content.length + SIGNATURE);
        System.arraycopy(signature, 0, whole, content.length, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** Empty for whatever is not written exactly as {@link #with} writes. */
    static Optional<Signed> read(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] whole = Base64.getUrlDecoder().decode(text);
            if (whole.length <= SIGNATURE) {
                return Optional.empty();
            }
            byte[] content = Arrays.copyOf(whole, whole.length - SIGNATURE);
            byte[] signature = Arrays.copyOfRange(whole, content.length, whole.length);
            LicenceCode code = parsed(content);
            return code.with(signature).equals(text)
                    ? Optional.of(new Signed(code, content, signature))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException | DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private static LicenceCode parsed(byte[] content) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
                throw new IOException("another kind of code");
            }
            int kind = in.readByte();
            LicenceCode code = new LicenceCode(
                    text(in),
                    text(in),
                    text(in),
                    LocalDate.ofEpochDay(in.readInt()),
                    Optional.of(in.readInt()).filter(day -> day != NO_END).map(LocalDate::ofEpochDay),
                    Instant.ofEpochSecond(in.readLong()),
                    Fingerprint.of(in.readNBytes(32)),
                    Optional.empty());
            return switch (kind) {
                case 1 -> code;
                case 2 -> code.forUse(new ForUse(text(in), text(in), text(in), LocalDate.ofEpochDay(in.readInt())));
                default -> throw new IOException("another kind of code");
            };
        }
    }

    private LicenceCode forUse(ForUse use) {
        return new LicenceCode(identifier, type, holder, issuedOn, validUntil, signedAt, issuer, Optional.of(use));
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST_TEXT) {
            throw new IllegalArgumentException("too long for a code");
        }
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readUnsignedShort();
        byte[] bytes = in.readNBytes(length);
        if (length > LONGEST_TEXT || bytes.length < length) {
            throw new IOException("cut off");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("no text", e);
        }
    }

    /** Of a copy it would name who it is for. */
    @Override
    public String toString() {
        return "LicenceCode[" + identifier + "]";
    }
}
