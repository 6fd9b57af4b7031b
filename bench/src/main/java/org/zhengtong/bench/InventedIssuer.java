package org.zhengtong.bench;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.zhengtong.ground.crypto.Sm2;

/** A body with an SM2 key of its own and the certificate of it. */
final class InventedIssuer {
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private final String uscc;
    private final SecureRandom random;
    private final AsymmetricKeyParameter secret;
    private final PublicKey open;
    private final byte[] certificate;

    InventedIssuer(String uscc, SecureRandom random) throws Exception {
        this.uscc = uscc;
        this.random = random;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
        generator.initialize(new ECGenParameterSpec("sm2p256v1"), random);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=" + uscc);
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        this.secret = PrivateKeyFactory.createKey(pair.getPrivate().getEncoded());
        this.open = pair.getPublic();
        this.certificate = new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(from),
                        Date.from(Instant.parse("2036-01-01T00:00:00Z")),
                        name,
                        pair.getPublic())
                .build(new JcaContentSignerBuilder("SM3withSM2")
                        .setProvider(PROVIDER)
                        .build(pair.getPrivate()))
                .getEncoded();
    }

    String uscc() {
        return uscc;
    }

    PublicKey open() {
        return open;
    }

    byte[] certificate() {
        return certificate.clone();
    }

    byte[] sign(byte[] content) {
        return Sm2.sign(secret, content, random);
    }
}
