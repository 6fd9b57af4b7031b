package org.zhengtong.people.privacy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Mandate;
import org.zhengtong.people.identity.MandateEnd;
import org.zhengtong.people.identity.Mandates;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.privacy.Look;
import org.zhengtong.people.privacy.OwnData;
import org.zhengtong.people.privacy.PersonalRecord;
import org.zhengtong.people.privacy.PersonalRecord.Entry;
import org.zhengtong.people.privacy.PersonalRecords;

/** For whom the person may act or could, and who may act for them. Of other persons only the masked name is told. */
@Component
@Order(5)
class MandateRecords implements PersonalRecords {
    private final Mandates mandates;
    private final Identity identity;
    private final AuditTrail trail;

    MandateRecords(Mandates mandates, Identity identity, AuditTrail trail) {
        this.mandates = mandates;
        this.identity = identity;
        this.trail = trail;
    }

    @Override
    public String name() {
        return "mandates";
    }

    @Override
    public List<PersonalRecord> of(PersonId person) {
        return Stream.concat(mandates.heldBy(person).stream(), mandates.of(new Party.Person(person)).stream())
                .map(this::record)
                .toList();
    }

    private PersonalRecord record(Mandate mandate) {
        List<Entry> entries = new ArrayList<>(List.of(
                Entry.of("principal", masked(mandate.principal())),
                Entry.of("agent", masked(new Party.Person(mandate.agent()))),
                Entry.said("kind", "identity.mandate-kind." + mandate.kind()),
                Entry.of("items", String.join("、", mandate.scope().items())),
                Entry.of("from", mandate.from().toString())));
        mandate.until().ifPresent(until -> entries.add(Entry.of("valid-until", until.toString())));
        entries.add(Entry.said("shown-by", "identity.mandate-proof." + mandate.proof()));
        entries.add(Entry.said("state", "identity.mandate-standing." + mandate.standing(mandates.today())));
        mandate.end().map(MandateEnd::at).ifPresent(at -> entries.add(Entry.of("ended", at)));
        return new PersonalRecord(masked(mandate.principal()), entries);
    }

    private String masked(Party party) {
        String name = identity.nameOf(party);
        return party instanceof Party.Firm ? name : MaskedName.of(name).value();
    }

    /** Somebody used this person's entry to file for them, or opened how a guardianship is shown. */
    @Override
    public Stream<Look> looks(PersonId person) {
        return Stream.concat(
                trail.find(AuditQuestion.about(person.value(), "identity.look-by-mandate", OwnData.MOST_LOOKS)).stream()
                        .map(leaf -> new Look(
                                leaf.at(), leaf.actor(), "entry", leaf.facts().getOrDefault("item", ""), "mandate")),
                trail.find(AuditQuestion.about(person.value(), "identity.open-mandate", OwnData.MOST_LOOKS)).stream()
                        .map(leaf -> new Look(leaf.at(), leaf.actor(), "mandate", "", "checking-mandate")));
    }

    @Override
    public List<String> hindrances(PersonId person) {
        return mandates.isLastOfSomeFirm(person) ? List.of("agent") : List.of();
    }

    /** Those that were in force show by what right somebody acted, and stay. */
    @Override
    public Optional<String> erase(PersonId person) {
        return mandates.endAllOf(person) ? Optional.of("mandates") : Optional.empty();
    }
}
