package org.zhengtong.services.filing.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.privacy.PersonalRecord;
import org.zhengtong.people.privacy.PersonalRecord.Entry;
import org.zhengtong.people.privacy.PersonalRecords;
import org.zhengtong.services.filing.Drafts;

/** Filings begun and not submitted. */
@Component
@Order(30)
class DraftRecords implements PersonalRecords {
    private final Drafts drafts;
    private final DraftStore store;

    DraftRecords(Drafts drafts, DraftStore store) {
        this.drafts = drafts;
        this.store = store;
    }

    @Override
    public String name() {
        return "drafts";
    }

    @Override
    public List<PersonalRecord> of(PersonId person) {
        return drafts.openOf(person).stream()
                .map(draft -> new PersonalRecord(draft.item(), List.of(Entry.of("last-changed", draft.updatedAt()))))
                .toList();
    }

    @Override
    public Optional<String> erase(PersonId person) {
        store.deleteAllOf(person);
        return Optional.empty();
    }
}
