package org.zhengtong.services.licences;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.zhengtong.ground.crypto.Sm2;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.services.licences.LicenceCode.Fingerprint;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The certificates of all issuers, signed by the house's seal maker: what somebody takes along who verifies licences
 * without a network. It is published at {@code /api/v1/licences/issuers}.
 *
 * @param made when it was put together
 * @param certificate of the seal maker (X.509, DER, Base64)
 * @param signature of the seal maker over {@link #content} (SM2, DER, Base64)
 */
public record IssuerList(Instant made, List<Issuer> issuers, String certificate, String signature) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public IssuerList {
        issuers = List.copyOf(issuers);
    }

    /** @param certificate X.509, DER, Base64 */
    public record Issuer(String uscc, String name, String certificate) {}

    /** A list whose signature is right: the keys by which codes are verified. */
    static final class Trusted {
        private final Map<Fingerprint, Known> known;

        private Trusted(Map<Fingerprint, Known> known) {
            this.known = known;
        }

        Optional<Known> of(Fingerprint fingerprint) {
            return Optional.ofNullable(known.get(fingerprint));
        }
    }

    record Known(Issuer issuer, Fingerprint fingerprint, AsymmetricKeyParameter key) {
        static Known of(Issuer issuer) {
            byte[] certificate = Base64.getDecoder().decode(issuer.certificate());
            return new Known(issuer, Fingerprint.of(Sm3.digest(certificate)), IssuerList.key(certificate));
        }
    }

    public static IssuerList read(String json) {
        try {
            return JSON.readValue(json, IssuerList.class);
        } catch (JacksonException | DateTimeParseException e) {
            throw new IllegalArgumentException("this is no list of issuers", e);
        }
    }

    /** What is signed: a heading, the time, and a line for each issuer. */
    public static byte[] content(Instant made, List<Issuer> issuers) {
        return issuers.stream()
                .map(one -> one.uscc() + "\t" + one.name() + "\t" + one.certificate() + "\n")
                .collect(Collectors.joining("", "zhengtong licence issuers 1\n" + made + "\n", ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** By which others know the seal maker; it is printed where the city publishes it. */
    public Fingerprint maker() {
        return Fingerprint.of(Sm3.digest(Base64.getDecoder().decode(certificate)));
    }

    /**
     * @param maker the seal maker one trusts; when absent, the one who signed the list
     * @throws IllegalArgumentException when the list is not what the seal maker signed, or another has signed it
     */
    Trusted trusted(Optional<Fingerprint> maker) {
        if (maker.isPresent() && !maker.get().equals(maker())) {
            throw new IllegalArgumentException("the list was signed by another seal maker");
        }
        AsymmetricKeyParameter key = key(Base64.getDecoder().decode(certificate));
        if (!Sm2.verify(key, content(made, issuers), Base64.getDecoder().decode(signature))) {
            throw new IllegalArgumentException("the list is not what the seal maker signed");
        }
        return new Trusted(
                issuers.stream().map(Known::of).collect(Collectors.toMap(Known::fingerprint, Function.identity())));
    }

    private static AsymmetricKeyParameter key(byte[] certificate) {
        try {
            return PublicKeyFactory.createKey(new X509CertificateHolder(certificate).getSubjectPublicKeyInfo());
        } catch (IOException e) {
            throw new IllegalArgumentException("no certificate", e);
        }
    }
}
