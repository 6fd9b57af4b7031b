package org.zhengtong.ground.crypto.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A PKCS #12 key store for each SM2 key, with a certificate its key signed itself. One store to a key: a seal can be
 * backed up, handed over or destroyed without touching another.
 */
final class KeyStores {
    private static final String TYPE = "PKCS12-AES256-AES128-GCM";
    private static final String ALIAS = "key";
    private static final Duration VALID = Duration.ofDays(3653);

    private final Provider provider = new BouncyCastleProvider();
    private final KeyFolder folder;
    private final Password password;
    private final Clock clock;
    private final SecureRandom random;

    KeyStores(KeyFolder folder, Password password, Clock clock, SecureRandom random) {
        this.folder = folder;
        this.password = password;
        this.clock = clock;
        this.random = random;
    }

    /** @param name the file below the folder of the keys, without its ending */
    Optional<Sm2Key> find(String name) {
        return folder.read(name + ".p12").map(bytes -> open(name, bytes));
    }

    Sm2Key findOrMake(String name, String holder) {
        return find(name).orElseGet(() -> open(name, folder.writeOnce(name + ".p12", make(holder))));
    }

    private Sm2Key open(String name, byte[] bytes) {
        try {
            KeyStore store = KeyStore.getInstance(TYPE, provider);
            store.load(new ByteArrayInputStream(bytes), password.characters());
            return Sm2Key.of((PrivateKey) store.getKey(ALIAS, password.characters()), (X509Certificate)
                    store.getCertificate(ALIAS));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the key store " + folder.path().resolve(name + ".p12")
                            + " does not open: is ZT_KEYSTORE_PASSWORD the one it was made with?",
                    e);
        }
    }

    private byte[] make(String holder) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
            generator.initialize(new ECGenParameterSpec("sm2p256v1"), random);
            KeyPair pair = generator.generateKeyPair();
            KeyStore store = KeyStore.getInstance(TYPE, provider);
            store.load(null, null);
            store.setKeyEntry(
                    ALIAS, pair.getPrivate(), password.characters(), new Certificate[] {certificate(holder, pair)});
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password.characters());
            return bytes.toByteArray();
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("no SM2 key could be made for " + holder, e);
        }
    }

    private X509Certificate certificate(String holder, KeyPair pair)
            throws GeneralSecurityException, OperatorCreationException {
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
        return new JcaX509CertificateConverter().setProvider(provider).getCertificate(certificate.build(signer));
    }
}
