package org.zhengtong.people.clients.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.people.clients.SigningKeys;

@Service
class StoredSigningKeys implements SigningKeys {
    static final Duration SIGNS_FOR = Duration.ofDays(90);
    static final Duration KNOWN_BEFORE = Duration.ofDays(1);
    static final Duration KNOWN_AFTER = Duration.ofDays(1);
    private static final int BITS = 3072;
    private static final String CONTEXT = "clients.signing_key.private_key:";
    private static final String ALL = "";

    private final JdbcClient sql;
    private final FieldCipher cipher;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final LoadingCache<String, List<Key>> remembered =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build(_ -> read());

    StoredSigningKeys(
            JdbcClient sql,
            FieldCipher cipher,
            AuditLog audit,
            Identifiers identifiers,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.cipher = cipher;
        this.audit = audit;
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Key(RSAKey key, Instant signsFrom) {}

    @Override
    public SignedJWT sign(JWTClaimsSet claims, JOSEObjectType type) {
        RSAKey key = signing(clock.instant()).key();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(ALGORITHM)
                        .keyID(key.getKeyID())
                        .type(type)
                        .build(),
                claims);
        try {
            token.sign(new RSASSASigner(key));
            return token;
        } catch (JOSEException e) {
            throw new IllegalStateException("the key does not sign", e);
        }
    }

    @Override
    public JWKSet published() {
        signing(clock.instant());
        return new JWKSet(
                all().stream().map(one -> (JWK) one.key().toPublicJWK()).toList());
    }

    @Override
    public Optional<JWTClaimsSet> signed(String token) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            boolean ours = ALGORITHM.equals(signed.getHeader().getAlgorithm())
                    && all().stream()
                            .filter(one -> one.key()
                                    .getKeyID()
                                    .equals(signed.getHeader().getKeyID()))
                            .anyMatch(one -> isSignedBy(one.key(), signed));
            return ours ? Optional.ofNullable(signed.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isSignedBy(RSAKey key, SignedJWT token) {
        try {
            return token.verify(new RSASSAVerifier(key));
        } catch (JOSEException e) {
            return false;
        }
    }

    /** The newest that signs by now; the first key of all is made when it is needed. */
    private Key signing(Instant now) {
        return latest(now).orElseGet(() -> {
            make(now);
            return latest(now).orElseThrow();
        });
    }

    private Optional<Key> latest(Instant now) {
        return all().stream()
                .filter(one -> !one.signsFrom().isAfter(now))
                .max(Comparator.comparing(Key::signsFrom)
                        .thenComparing(one -> one.key().getKeyID()));
    }

    /** Makes the next key in time, and destroys those whose last token has long ended. */
    void changeWhenDue() {
        Instant now = clock.instant();
        Optional<Instant> newest = all().stream().map(Key::signsFrom).max(Comparator.naturalOrder());
        if (newest.isPresent() && !newest.get().plus(SIGNS_FOR).isAfter(now.plus(KNOWN_BEFORE))) {
            make(now.plus(KNOWN_BEFORE));
        }
        int gone = sql.sql("""
                        delete from clients.signing_key old
                        where exists (
                            select from clients.signing_key later
                            where later.signs_from > old.signs_from and later.signs_from < :before)
                        """)
                .param("before", ClientStore.at(now.minus(KNOWN_AFTER)))
                .update();
        if (gone > 0) {
            remembered.invalidateAll();
        }
    }

    private void make(Instant signsFrom) {
        RSAKey key = generated();
        transaction.executeWithoutResult(_ -> {
            sql.sql("""
                            insert into clients.signing_key (kid, private_key, signs_from, created)
                            values (:kid, :private, :signsFrom, :now)
                            """)
                    .param("kid", key.getKeyID())
                    .param("private", cipher.seal(key.toJSONString(), CONTEXT + key.getKeyID()))
                    .param("signsFrom", ClientStore.at(signsFrom))
                    .param("now", ClientStore.at(clock.instant()))
                    .update();
            audit.append(
                    UUID.fromString(key.getKeyID()),
                    "clients.make-key",
                    "system",
                    Map.of("signs-from", signsFrom.toString()));
        });
        remembered.invalidateAll();
    }

    private RSAKey generated() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(ALGORITHM)
                    .keyID(identifiers.next().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java makes RSA keys", e);
        }
    }

    private List<Key> all() {
        return Objects.requireNonNull(remembered.get(ALL));
    }

    private List<Key> read() {
        return sql.sql("select kid, private_key, signs_from from clients.signing_key order by signs_from")
                .query((row, _) -> new Key(
                        parsed(cipher.openText(row.getBytes("private_key"), CONTEXT + row.getString("kid"))),
                        ClientStore.moment(row, "signs_from")))
                .list();
    }

    private static RSAKey parsed(String json) {
        try {
            return RSAKey.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("the key is none", e);
        }
    }
}
