package org.zhengtong.people.clients.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.privacy.Look;
import org.zhengtong.people.privacy.OwnData;
import org.zhengtong.people.privacy.PersonalRecord;
import org.zhengtong.people.privacy.PersonalRecord.Entry;
import org.zhengtong.people.privacy.PersonalRecords;

/** Which systems of others the person allows to be told something, and when they were. */
@Component
@Order(45)
class ClientRecords implements PersonalRecords {
    private final ConsentStore consents;
    private final SignInStore signIns;
    private final Endings endings;
    private final AuditTrail trail;

    ClientRecords(ConsentStore consents, SignInStore signIns, Endings endings, AuditTrail trail) {
        this.consents = consents;
        this.signIns = signIns;
        this.endings = endings;
        this.trail = trail;
    }

    @Override
    public String name() {
        return "clients";
    }

    @Override
    public List<PersonalRecord> of(PersonId person) {
        return consents.of(person).stream().map(ClientRecords::record).toList();
    }

    private static PersonalRecord record(ConsentStore.Given given) {
        return new PersonalRecord(
                given.client().name(),
                Stream.concat(
                                Stream.of(
                                        Entry.of("allowed-since", given.since()), Entry.of("last-seen", given.used())),
                                given.scopes().stream()
                                        .sorted()
                                        .map(scope -> Entry.said("allowed", "clients.scope." + scope)))
                        .toList());
    }

    @Override
    public Stream<Look> looks(PersonId person) {
        return trail.find(AuditQuestion.about(person.value(), "clients.look", OwnData.MOST_LOOKS)).stream()
                .map(leaf -> new Look(
                        leaf.at(),
                        leaf.actor(),
                        "claims",
                        leaf.facts().getOrDefault("name", ""),
                        leaf.facts().getOrDefault("purpose", "")));
    }

    @Override
    public Optional<String> erase(PersonId person) {
        endings.account(person);
        consents.removeAll(person);
        signIns.removeAll(person);
        return Optional.empty();
    }
}
