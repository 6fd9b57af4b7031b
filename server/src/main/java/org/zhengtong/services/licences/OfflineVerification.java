package org.zhengtong.services.licences;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhengtong.ground.crypto.Sm2;
import org.zhengtong.services.licences.LicenceCode.Fingerprint;

/**
 * Verifies QR codes of licences without network and without this program's database: for inspectors on the road and for
 * programs of others. What it cannot know is whether the licence was ended since; the code tells when it was signed.
 */
public final class OfflineVerification {
    private static final Pattern PARAMETER = Pattern.compile("[?&]code=([^&#]*)");

    private final IssuerList.Trusted issuers;

    /**
     * @param maker the seal maker one trusts, as the city publishes it; when absent, the one who signed the list
     * @throws IllegalArgumentException when the list is not what the seal maker signed
     */
    public OfflineVerification(IssuerList issuers, Optional<Fingerprint> maker) {
        this.issuers = issuers.trusted(maker);
    }

    /** What a code comes to. */
    public sealed interface Answer {
        /** The issuer signed exactly this. */
        record Genuine(LicenceCode code, IssuerList.Issuer issuer) implements Answer {
            public boolean isOver(LocalDate today) {
                return code.validUntil().filter(today::isAfter).isPresent()
                        || code.copy().filter(use -> today.isAfter(use.until())).isPresent();
            }
        }

        /** No code of a licence, or changed on the way. */
        record Unreadable() implements Answer {}

        /** Signed by nobody on the list. */
        record UnknownIssuer() implements Answer {}

        /** The signature is not that of the issuer it names. */
        record Forged() implements Answer {}
    }

    /** @param scanned what stood in the QR code, or the code alone */
    public Answer verify(String scanned) {
        Optional<LicenceCode.Signed> read = LicenceCode.read(code(scanned).orElse(scanned));
        if (read.isEmpty()) {
            return new Answer.Unreadable();
        }
        LicenceCode.Signed signed = read.get();
        Optional<IssuerList.Known> issuer = issuers.of(signed.code().issuer());
        if (issuer.isEmpty()) {
            return new Answer.UnknownIssuer();
        }
        boolean named = LicenceIdentifier.parse(signed.code().identifier())
                .filter(identifier ->
                        identifier.issuer().equals(issuer.get().issuer().uscc()))
                .isPresent();
        return named && Sm2.verify(issuer.get().key(), signed.content(), PlainSignature.der(signed.signature()))
                ? new Answer.Genuine(signed.code(), issuer.get().issuer())
                : new Answer.Forged();
    }

    /** The code within a scanned address; empty when it has none. */
    public static Optional<String> code(String scanned) {
        Matcher parameter = PARAMETER.matcher(scanned);
        if (!parameter.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(URLDecoder.decode(parameter.group(1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.of(parameter.group(1));
        }
    }
}
