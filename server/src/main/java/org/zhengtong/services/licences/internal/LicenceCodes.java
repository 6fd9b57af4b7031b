package org.zhengtong.services.licences.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.SealCertificates;
import org.zhengtong.ground.crypto.Seals;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.people.identity.Party;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceCode;
import org.zhengtong.services.licences.LicenceCode.Fingerprint;
import org.zhengtong.services.licences.LicenceCode.ForUse;
import org.zhengtong.services.licences.LicenceCopies;
import org.zhengtong.services.licences.OfflineVerification.Answer;
import org.zhengtong.services.licences.PlainSignature;

/** Makes the codes that are believed without asking, and recognises them. */
@Component
class LicenceCodes {
    private final Seals seals;
    private final SealCertificates certificates;
    private final SignedIssuers issuers;
    private final Clock clock;

    LicenceCodes(Seals seals, SealCertificates certificates, SignedIssuers issuers, Clock clock) {
        this.seals = seals;
        this.certificates = certificates;
        this.issuers = issuers;
        this.clock = clock;
    }

    /** Signed anew each time, so that a code shown on a screen is a fresh one. Only of a valid licence. */
    Optional<String> of(Licence licence, Optional<ForUse> copy) {
        if (!licence.isValid()) {
            return Optional.empty();
        }
        return certificates.of(licence.issuerUscc()).map(certificate -> {
            issuers.include(licence.issuerUscc());
            LicenceCode code = new LicenceCode(
                    licence.identifier(),
                    licence.type(),
                    licence.holder() instanceof Party.Person
                            ? PublicView.masked(licence.holderName())
                            : licence.holderName(),
                    licence.issuedOn(),
                    licence.validUntil(),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS),
                    Fingerprint.of(Sm3.digest(certificate)),
                    copy);
            return code.with(PlainSignature.of(seals.seal(licence.issuerUscc(), code.content())));
        });
    }

    /** Whether the issuer signed this code for this very copy. */
    boolean isGenuineCopy(String code, LicenceCopies.Verified copy) {
        return issuers.verify(code) instanceof Answer.Genuine genuine
                && genuine.code().copy().equals(Optional.of(copy.copy().forUse()))
                && genuine.code().identifier().equals(copy.identifier());
    }

    /** Whether the issuer signed this code, and for this very licence. */
    boolean isGenuine(String code, String identifier) {
        return issuers.verify(code) instanceof Answer.Genuine genuine
                && genuine.code().copy().isEmpty()
                && genuine.code().identifier().equals(identifier);
    }
}
