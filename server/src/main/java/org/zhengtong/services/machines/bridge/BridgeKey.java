package org.zhengtong.services.machines.bridge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** By which the house knows that a card was laid on the reader of one of its machines: Ed25519, RFC 8032. */
public final class BridgeKey {
    private static final String ALGORITHM = "Ed25519";
    private final PrivateKey secret;
    private final String shown;

    private BridgeKey(PrivateKey secret, String shown) {
        this.secret = secret;
        this.shown = shown;
    }

    /** The key kept in this file, which only its owner can read; the first time, one is drawn. */
    static BridgeKey keptIn(Path file) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            KeyPair drawn = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(
                    file,
                    List.of(
                            base64(drawn.getPrivate().getEncoded()),
                            base64(drawn.getPublic().getEncoded())));
        }
        List<String> lines = Files.readAllLines(file);
        PrivateKey secret = KeyFactory.getInstance(ALGORITHM)
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.getFirst())));
        return new BridgeKey(secret, lines.get(1));
    }

    /** The public half, X.509 in Base64. */
    String publicKey() {
        return shown;
    }

    String sign(byte[] content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(secret);
        signature.update(content);
        return base64(signature.sign());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Whether this is the public half of such a key. */
    public static boolean isKey(String shown) {
        try {
            read(shown);
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException unfit) {
            return false;
        }
    }

    private static PublicKey read(String shown) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM)
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(shown)));
    }

    /** Whether the holder of the key signed the content. */
    public static boolean verifies(String shown, byte[] content, String signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(read(shown));
            signature.update(content);
            return signature.verify(Base64.getDecoder().decode(signed));
        } catch (GeneralSecurityException | IllegalArgumentException unfit) {
            return false;
        }
    }
}
