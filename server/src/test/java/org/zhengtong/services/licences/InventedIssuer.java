package org.zhengtong.services.licences;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.zhengtong.ground.crypto.Sm2;

/** A body with an SM2 key and the certificate of it. */
public final class InventedIssuer {
    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String uscc;
    private final AsymmetricKeyParameter secret;
    private final AsymmetricKeyParameter open;
    private final byte[] certificate;

    public InventedIssuer(String uscc) {
        this.uscc = uscc;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
            generator.initialize(new ECGenParameterSpec("sm2p256v1"), RANDOM);
            KeyPair pair = generator.generateKeyPair();
            X500Name name = new X500Name("CN=" + uscc);
            this.secret = PrivateKeyFactory.createKey(pair.getPrivate().getEncoded());
            this.open = PublicKeyFactory.createKey(pair.getPublic().getEncoded());
            this.certificate = new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.ONE,
                            Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                            Date.from(Instant.parse("2036-01-01T00:00:00Z")),
                            name,
                            pair.getPublic())
                    .build(new JcaContentSignerBuilder("SM3withSM2")
                            .setProvider(PROVIDER)
                            .build(pair.getPrivate()))
                    .getEncoded();
        } catch (GeneralSecurityException | java.io.IOException | org.bouncycastle.operator.OperatorException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] sign(byte[] content) {
        return Sm2.sign(secret, content, RANDOM);
    }

    public boolean verify(byte[] content, byte[] signature) {
        return Sm2.verify(open, content, signature);
    }

    public byte[] certificate() {
        return certificate.clone();
    }

    String uscc() {
        return uscc;
    }

    IssuerList.Issuer entry() {
        return new IssuerList.Issuer(uscc, "云溪市试验局", text(certificate));
    }

    String certificateText() {
        return text(certificate);
    }

    String signed(byte[] content) {
        return text(sign(content));
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
