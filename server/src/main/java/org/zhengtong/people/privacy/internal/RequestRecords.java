package org.zhengtong.people.privacy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.privacy.DataRequest;
import org.zhengtong.people.privacy.Look;
import org.zhengtong.people.privacy.OwnData;
import org.zhengtong.people.privacy.PersonalRecord;
import org.zhengtong.people.privacy.PersonalRecord.Entry;
import org.zhengtong.people.privacy.PersonalRecords;

/** What somebody asked to have corrected or deleted. */
@Component
@Order(90)
class RequestRecords implements PersonalRecords {
    private final RequestStore store;
    private final AuditTrail trail;

    RequestRecords(RequestStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public List<PersonalRecord> of(PersonId person) {
        return store.of(person).stream().map(RequestRecords::record).toList();
    }

    private static PersonalRecord record(DataRequest request) {
        List<Entry> entries = new ArrayList<>(List.of(
                Entry.said("request-kind", "privacy.request.kind." + request.kind()),
                Entry.of("request-made", request.made()),
                Entry.said("request-state", "privacy.request.state." + request.state())));
        request.answer().ifPresent(answer -> entries.add(Entry.of("request-answer", answer.text())));
        return new PersonalRecord(request.wish(), entries);
    }

    @Override
    public Stream<Look> looks(PersonId person) {
        return trail.find(AuditQuestion.about(person.value(), StoredRequests.OPENED, OwnData.MOST_LOOKS)).stream()
                .map(leaf -> new Look(leaf.at(), leaf.actor(), "request", "", "handling"));
    }

    @Override
    public Optional<String> erase(PersonId person) {
        store.forget(person);
        return Optional.empty();
    }
}
