package org.zhengtong.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * An authenticator with one passkey (ES256) that answers as a browser hands on, byte by byte by the standard, and does as it
 * is told: also what no honest one would.
 */
public final class SoftAuthenticator {
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;
    private final byte[] credential = new byte[32];
    private final KeyPair keys;
    private String origin;
    private String domain = "localhost";
    private int counter = 1;
    private int flags = PRESENT | VERIFIED;

    public SoftAuthenticator(String origin) {
        this.origin = origin;
        new SecureRandom().nextBytes(credential);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public SoftAuthenticator at(String otherOrigin) {
        origin = otherOrigin;
        return this;
    }

    public SoftAuthenticator of(String otherDomain) {
        domain = otherDomain;
        return this;
    }

    public SoftAuthenticator counting(int next) {
        counter = next;
        return this;
    }

    public SoftAuthenticator withoutVerification() {
        flags = PRESENT;
        return this;
    }

    public SoftAuthenticator withVerification() {
        flags = PRESENT | VERIFIED;
        return this;
    }

    /** @param challenge as the server put it into its question */
    public String register(String challenge) {
        byte[] client = client("webauthn.create", challenge);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(authenticatorData(flags | ATTESTED));
        data.writeBytes(new byte[16]);
        data.writeBytes(
                ByteBuffer.allocate(2).putShort((short) credential.length).array());
        data.writeBytes(credential);
        data.writeBytes(publicKey());
        ByteArrayOutputStream attestation = new ByteArrayOutputStream();
        attestation.write(0xA3);
        attestation.writeBytes(text("fmt"));
        attestation.writeBytes(text("none"));
        attestation.writeBytes(text("attStmt"));
        attestation.write(0xA0);
        attestation.writeBytes(text("authData"));
        attestation.writeBytes(bytes(data.toByteArray()));
        counter++;
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
                 "response":{"clientDataJSON":"%2$s","attestationObject":"%3$s","transports":["internal","<script>"]}}
                """.formatted(plain(credential), plain(client), plain(attestation.toByteArray()));
    }

    public String answer(String challenge) {
        byte[] client = client("webauthn.get", challenge);
        byte[] data = authenticatorData(flags);
        counter++;
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(sha256(client));
            return """
                    {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
                     "response":{"clientDataJSON":"%2$s","authenticatorData":"%3$s","signature":"%4$s","userHandle":null}}
                    """.formatted(plain(credential), plain(client), plain(data), plain(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] client(String type, String challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(int with) {
        return ByteBuffer.allocate(37)
                .put(sha256(domain.getBytes(StandardCharsets.UTF_8)))
                .put((byte) with)
                .putInt(counter)
                .array();
    }

    /** COSE: kty EC2, alg ES256, curve P-256, x, y. */
    private byte[] publicKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        ByteArrayOutputStream cose = new ByteArrayOutputStream();
        cose.writeBytes(new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
        cose.writeBytes(bytes(coordinate(key.getW().getAffineX().toByteArray())));
        cose.write(0x22);
        cose.writeBytes(bytes(coordinate(key.getW().getAffineY().toByteArray())));
        return cose.toByteArray();
    }

    private static byte[] coordinate(byte[] number) {
        byte[] padded = new byte[32];
        int length = Math.min(number.length, 32);
        System.arraycopy(number, number.length - length, padded, 32 - length, length);
        return padded;
    }

    private static byte[] text(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(plain.length + 1)
                .put((byte) (0x60 + plain.length))
                .put(plain)
                .array();
    }

    private static byte[] bytes(byte[] plain) {
        return plain.length < 256
                ? ByteBuffer.allocate(plain.length + 2)
                        .put((byte) 0x58)
                        .put((byte) plain.length)
                        .put(plain)
                        .array()
                : ByteBuffer.allocate(plain.length + 3)
                        .put((byte) 0x59)
                        .putShort((short) plain.length)
                        .put(plain)
                        .array();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
