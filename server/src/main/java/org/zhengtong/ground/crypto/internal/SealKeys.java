package org.zhengtong.ground.crypto.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The SM2 keys of seals, each in a file of its own, {@code seals/<holder>.key}: first line the certificate (X.509, DER,
 * Base64) that the key signed itself, second line the key (PKCS #8), wrapped. A seal can be backed up, handed over or
 * destroyed without touching another.
 */
final class SealKeys {
    private static final Duration VALID = Duration.ofDays(3653);

    private final Provider provider = new BouncyCastleProvider();
    private final KeyFolder folder;
    private final RootKey root;
    private final Clock clock;
    private final SecureRandom random;

    SealKeys(KeyFolder folder, RootKey root, Clock clock, SecureRandom random) {
        this.folder = folder;
        this.root = root;
        this.clock = clock;
        this.random = random;
    }

    Optional<Sm2Key> find(String holder) {
        return folder.read(file(holder)).map(content -> read(holder, content));
    }

    Sm2Key findOrMake(String holder) {
        return find(holder).orElseGet(() -> read(holder, folder.writeOnce(file(holder), make(holder))));
    }

    private static String file(String holder) {
        return "seals/" + holder + ".key";
    }

    private static String name(String holder) {
        return "seal " + holder;
    }

    private Sm2Key read(String holder, byte[] content) {
        List<String> lines =
                new String(content, StandardCharsets.US_ASCII).lines().toList();
        try {
            byte[] secret = root.unwrap(Base64.getDecoder().decode(lines.getLast()), name(holder))
                    .orElseThrow(() -> new IllegalStateException(
                            file(holder) + " was wrapped under another root key: it and root.p12 belong together"));
            return Sm2Key.of(secret, Base64.getDecoder().decode(lines.getFirst()));
        } catch (IOException e) {
            throw new IllegalStateException("the seal of " + holder + " cannot be read", e);
        }
    }

    private byte[] make(String holder) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
            generator.initialize(new ECGenParameterSpec("sm2p256v1"), random);
            KeyPair pair = generator.generateKeyPair();
            Base64.Encoder encoder = Base64.getEncoder();
            String content = encoder.encodeToString(certificate(holder, pair))
                    + "\n"
                    + encoder.encodeToString(root.wrap(pair.getPrivate().getEncoded(), name(holder)))
                    + "\n";
            return content.getBytes(StandardCharsets.US_ASCII);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("no seal could be made for " + holder, e);
        }
    }

    private byte[] certificate(String holder, KeyPair pair) throws IOException, OperatorCreationException {
        var name =
                new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, holder).build();
        Instant now = clock.instant();
        var certificate = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(127, random).setBit(126),
                Date.from(now),
                Date.from(now.plus(VALID)),
                name,
                pair.getPublic());
        var signer = new JcaContentSignerBuilder("SM3withSM2")
                .setProvider(provider)
                .setSecureRandom(random)
                .build(pair.getPrivate());
        return certificate.build(signer).getEncoded();
    }
}
