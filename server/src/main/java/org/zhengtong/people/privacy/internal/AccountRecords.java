package org.zhengtong.people.privacy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.privacy.Look;
import org.zhengtong.people.privacy.OwnData;
import org.zhengtong.people.privacy.PersonalRecord;
import org.zhengtong.people.privacy.PersonalRecord.Entry;
import org.zhengtong.people.privacy.PersonalRecords;

/** The account itself: who somebody is, where they are signed in, and for which firms they act. */
@Component
@Order(0)
class AccountRecords implements PersonalRecords {
    private final Identity identity;
    private final Sessions sessions;
    private final AuditTrail trail;

    AccountRecords(Identity identity, Sessions sessions, AuditTrail trail) {
        this.identity = identity;
        this.sessions = sessions;
        this.trail = trail;
    }

    @Override
    public String name() {
        return "account";
    }

    @Override
    public List<PersonalRecord> of(PersonId id) {
        PersonProfile person = identity.person(id);
        List<PersonalRecord> records = new ArrayList<>();
        List<Entry> entries = new ArrayList<>(List.of(
                Entry.of("name", person.name()),
                Entry.of("number", person.maskedNumber()),
                Entry.of("birth-date", person.birthDate().toString()),
                Entry.of("phone", person.phone())));
        person.address().ifPresent(address -> entries.add(Entry.of("address", address)));
        records.add(new PersonalRecord(person.name(), entries));
        for (FirmProfile firm : identity.firmsOf(id)) {
            records.add(new PersonalRecord(
                    firm.name(), List.of(Entry.of("uscc", firm.uscc().value()))));
        }
        sessions.of(id)
                .forEach(session -> records.add(new PersonalRecord(
                        session.device(),
                        List.of(Entry.of("signed-in", session.created()), Entry.of("last-seen", session.lastSeen())))));
        return records;
    }

    @Override
    public Stream<Look> looks(PersonId person) {
        return trail.find(AuditQuestion.about(person.value(), "identity.open-number", OwnData.MOST_LOOKS)).stream()
                .map(leaf -> new Look(
                        leaf.at(), leaf.actor(), "number", "", leaf.facts().getOrDefault("purpose", "")));
    }

    /** Ends with the account. */
    @Override
    public Optional<String> erase(PersonId person) {
        return Optional.empty();
    }
}
