package org.zhengtong.services.licences.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.SealCertificates;
import org.zhengtong.ground.crypto.Seals;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.services.licences.IssuerList;
import org.zhengtong.services.licences.OfflineVerification;

/** Puts together and signs the list of issuers, once an hour and whenever a body has got its seal. */
@Component
class SignedIssuers {
    private static final Duration FRESH = Duration.ofHours(1);

    private final Seals seals;
    private final SealCertificates certificates;
    private final Organisation organisation;
    private final Clock clock;
    private volatile Optional<Made> newest = Optional.empty();

    SignedIssuers(Seals seals, SealCertificates certificates, Organisation organisation, Clock clock) {
        this.seals = seals;
        this.certificates = certificates;
        this.organisation = organisation;
        this.clock = clock;
    }

    private record Made(IssuerList list, OfflineVerification verification) {
        boolean isOf(String uscc) {
            return list.issuers().stream().anyMatch(one -> one.uscc().equals(uscc));
        }
    }

    IssuerList list() {
        return made().list();
    }

    /** The list with an issuer that has just sealed, perhaps for the first time. */
    void include(String uscc) {
        if (!made().isOf(uscc)) {
            make();
        }
    }

    OfflineVerification.Answer verify(String code) {
        OfflineVerification.Answer answer = made().verification().verify(code);
        return answer instanceof OfflineVerification.Answer.UnknownIssuer
                ? make().verification().verify(code)
                : answer;
    }

    private Made made() {
        Instant oldest = clock.instant().minus(FRESH);
        return newest.filter(made -> made.list().made().isAfter(oldest)).orElseGet(this::make);
    }

    private Made make() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<IssuerList.Issuer> issuers = organisation.bodies().stream()
                .flatMap(body -> issuer(body.uscc().value(), body.name()))
                .toList();
        byte[] signature = seals.seal(Seals.MAKER, IssuerList.content(now, issuers));
        IssuerList list =
                new IssuerList(now, issuers, text(certificates.of(Seals.MAKER).orElseThrow()), text(signature));
        Made made = new Made(list, new OfflineVerification(list, Optional.empty()));
        newest = Optional.of(made);
        return made;
    }

    private Stream<IssuerList.Issuer> issuer(String uscc, String name) {
        return certificates.of(uscc).map(found -> new IssuerList.Issuer(uscc, name, text(found))).stream();
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
