package org.zhengtong.ground.crypto.internal;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.bouncycastle.cert.X509CertificateHolder;
import org.zhengtong.ground.crypto.SealCertificates;
import org.zhengtong.ground.crypto.Seals;
import org.zhengtong.ground.crypto.Sm2;

/** Signs and verifies with the keys of seals; a key is made when its holder seals for the first time. */
final class Sm2Seals implements Seals, SealCertificates {
    private static final Pattern HOLDER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

    private final SealKeys keys;
    private final SecureRandom random;
    private final ConcurrentMap<String, Sm2Key> known = new ConcurrentHashMap<>();

    Sm2Seals(SealKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    @Override
    public byte[] seal(String holder, byte[] content) {
        return Sm2.sign(known.computeIfAbsent(holder, this::findOrMake).secret(), content, random);
    }

    @Override
    public boolean verify(String holder, byte[] content, byte[] signature) {
        return find(holder)
                .map(key -> Sm2.verify(key.open(), content, signature))
                .orElse(false);
    }

    @Override
    public Optional<byte[]> of(String holder) {
        return find(holder).map(key -> encoded(key.certificate()));
    }

    private static byte[] encoded(X509CertificateHolder certificate) {
        try {
            return certificate.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a certificate of our own cannot be encoded", e);
        }
    }

    private Optional<Sm2Key> find(String holder) {
        if (!HOLDER.matcher(holder).matches()) {
            return Optional.empty();
        }
        Sm2Key key = known.get(holder);
        if (key != null) {
            return Optional.of(key);
        }
        Optional<Sm2Key> kept = keys.find(holder);
        kept.ifPresent(found -> known.put(holder, found));
        return kept;
    }

    private Sm2Key findOrMake(String holder) {
        if (!HOLDER.matcher(holder).matches()) {
            throw new IllegalArgumentException("the holder of a seal is named by letters, digits and hyphens");
        }
        return keys.findOrMake(holder);
    }
}
