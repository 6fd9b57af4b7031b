package org.zhengtong.services.licences.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceIdentifier;
import org.zhengtong.services.licences.LicenceOrder;
import org.zhengtong.services.licences.LicenceState;

/**
 * What the issuer seals: the whole licence, as JSON with sorted keys.
 *
 * @param predecessor identifier of the version before
 * @param state as the issuer set it; expiry follows from the date
 * @param reason of the change that made this version
 * @param change what else is known of it; empty in first versions and in those sealed before it was recorded
 */
record SealedRecord(
        UUID licence,
        String identifier,
        int version,
        Optional<String> predecessor,
        String type,
        String number,
        String holderKind,
        UUID holder,
        String holderName,
        String issuerUscc,
        String issuerName,
        LocalDate issuedOn,
        Optional<LocalDate> validUntil,
        LicenceState state,
        Optional<String> reason,
        Instant sealedAt,
        UUID grantedBy,
        SortedMap<String, String> attributes,
        Optional<Change> change) {

    /** Records sealed before changes were told in full have none. */
    SealedRecord {
        change = Objects.requireNonNullElse(change, Optional.empty());
    }

    /**
     * How a version came to be.
     *
     * @param act name of the {@link org.zhengtong.services.licences.LicenceAct}
     * @param actor as the audit log names them
     * @param predecessor SM3 digest of the record of the version before
     * @param until last day of a detention
     */
    record Change(
            String act,
            Optional<String> ground,
            String actor,
            Optional<String> document,
            Optional<String> hearing,
            Optional<String> receiver,
            Optional<LocalDate> until,
            String predecessor) {}

    static SealedRecord first(
            UUID licence,
            LicenceIdentifier identifier,
            LicenceOrder order,
            String number,
            Optional<LocalDate> validUntil,
            SortedMap<String, String> attributes,
            Instant now) {
        return new SealedRecord(
                licence,
                identifier.toString(),
                identifier.version(),
                Optional.empty(),
                order.type(),
                number,
                kind(order.holder()),
                order.holder().id(),
                order.holderName(),
                order.issuerUscc(),
                order.issuerName(),
                order.issuedOn(),
                validUntil,
                LicenceState.VALID,
                Optional.empty(),
                now,
                order.grantedBy(),
                attributes,
                Optional.empty());
    }

    SealedRecord next(
            LicenceState next,
            String why,
            Change how,
            Optional<LocalDate> until,
            SortedMap<String, String> stated,
            Instant now) {
        LicenceIdentifier successor =
                LicenceIdentifier.parse(identifier).orElseThrow().next();
        return new SealedRecord(
                licence,
                successor.toString(),
                successor.version(),
                Optional.of(identifier),
                type,
                number,
                holderKind,
                holder,
                renamed(stated),
                issuerUscc,
                issuerName,
                issuedOn,
                until,
                next,
                Optional.of(why),
                now,
                grantedBy,
                stated,
                Optional.of(how));
    }

    /** Where what is stated repeats the holder's name, a correction of it is one of the name. */
    private String renamed(SortedMap<String, String> stated) {
        return attributes.entrySet().stream()
                .filter(line -> line.getValue().equals(holderName))
                .map(line -> stated.getOrDefault(line.getKey(), holderName))
                .findFirst()
                .orElse(holderName);
    }

    /** A detention ends by itself with its last day. */
    LicenceState stateOn(LocalDate today) {
        boolean past = validUntil.isPresent() && validUntil.get().isBefore(today);
        boolean over = state == LicenceState.DETAINED
                && change.flatMap(Change::until).filter(today::isAfter).isPresent();
        LicenceState standing = over ? LicenceState.VALID : state;
        return standing == LicenceState.VALID && past ? LicenceState.EXPIRED : standing;
    }

    Party party() {
        return holderKind.equals("firm") ? new Party.Firm(new FirmId(holder)) : new Party.Person(new PersonId(holder));
    }

    boolean heldByPerson() {
        return holderKind.equals("person");
    }

    Licence licenceOn(LocalDate today) {
        return new Licence(
                licence,
                identifier,
                number,
                type,
                party(),
                holderName,
                issuerUscc,
                issuerName,
                issuedOn,
                validUntil,
                stateOn(today),
                version,
                attributes);
    }

    static String kind(Party party) {
        return switch (party) {
            case Party.Person _ -> "person";
            case Party.Firm _ -> "firm";
        };
    }

    @Override
    public String toString() {
        return "SealedRecord[" + identifier + "]";
    }
}
