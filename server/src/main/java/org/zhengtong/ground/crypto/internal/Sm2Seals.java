package org.zhengtong.ground.crypto.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.bouncycastle.cert.X509CertificateHolder;
import org.zhengtong.ground.crypto.SealCertificates;
import org.zhengtong.ground.crypto.Seals;
import org.zhengtong.ground.crypto.Sm2;
import org.zhengtong.ground.crypto.Sm3;

/**
 * Signs and verifies with the keys of seals; a key is made when its holder seals for the first time. What was found right is
 * remembered by its digest: most seals are looked at again and again, and a digest costs a hundredth of a verification.
 */
final class Sm2Seals implements Seals, SealCertificates {
    private static final int REMEMBERED = 20_000;
    private static final Pattern HOLDER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

    private final SealKeys keys;
    private final SecureRandom random;
    private final ConcurrentMap<String, Sm2Key> known = new ConcurrentHashMap<>();
    private final Cache<ByteBuffer, Boolean> right =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

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
        ByteBuffer digest = digest(holder, content, signature);
        if (right.getIfPresent(digest) != null) {
            return true;
        }
        boolean fits = find(holder)
                .map(key -> Sm2.verify(key.open(), content, signature))
                .orElse(false);
        if (fits) {
            right.put(digest, true);
        }
        return fits;
    }

    /** Of all three, each behind its length, so that no other three give the same bytes. */
    private static ByteBuffer digest(String holder, byte[] content, byte[] signature) {
        byte[] name = holder.getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(3 * Integer.BYTES + name.length + content.length + signature.length);
        for (byte[] part : List.of(name, content, signature)) {
            all.putInt(part.length).put(part);
        }
        return ByteBuffer.wrap(Sm3.digest(all.array()));
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
