package org.zhengtong.services.licences.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.privacy.Look;
import org.zhengtong.people.privacy.PersonalRecord;
import org.zhengtong.people.privacy.PersonalRecord.Entry;
import org.zhengtong.people.privacy.PersonalRecords;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.Licences;

/** Licences of the person and of the firms they act for. */
@Component
@Order(20)
class LicenceRecords implements PersonalRecords {
    private final Licences licences;
    private final Identity identity;

    LicenceRecords(Licences licences, Identity identity) {
        this.licences = licences;
        this.identity = identity;
    }

    @Override
    public String name() {
        return "licences";
    }

    @Override
    public List<PersonalRecord> of(PersonId person) {
        return held(person).map(LicenceRecords::record).toList();
    }

    private Stream<Licence> held(PersonId person) {
        return identity.reachOf(person).withoutOtherPersons().wholeParties().stream()
                .flatMap(party -> licences.heldBy(party).stream());
    }

    private static PersonalRecord record(Licence licence) {
        List<Entry> entries = new ArrayList<>(List.of(
                Entry.of("identifier", licence.identifier()),
                Entry.of("licence-number", licence.number()),
                Entry.of("holder", licence.holderName()),
                Entry.of("issuer", licence.issuerName()),
                Entry.of("issued", licence.issuedOn().toString()),
                Entry.said("state", "licences.state." + licence.state().name().toLowerCase(Locale.ROOT))));
        licence.validUntil().ifPresent(last -> entries.add(Entry.of("valid-until", last.toString())));
        licence.attributes().forEach((label, value) -> entries.add(Entry.worded(label, value)));
        return new PersonalRecord(licence.type(), entries);
    }

    @Override
    public Stream<Look> looks(PersonId person) {
        return held(person)
                .flatMap(licence -> licences.readings(licence.id()).stream()
                        .map(reading -> new Look(
                                reading.at(),
                                reading.actor(),
                                "licence",
                                licence.type() + " " + licence.number(),
                                reading.purpose())));
    }

    /** A licence lasts as long as it is valid, whoever holds an account; what ended is kept by its issuer. */
    @Override
    public Optional<String> erase(PersonId person) {
        return licences.heldBy(new Party.Person(person)).isEmpty() ? Optional.empty() : Optional.of("licences");
    }
}
