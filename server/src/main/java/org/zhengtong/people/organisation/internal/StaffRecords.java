package org.zhengtong.people.organisation.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.privacy.PersonalRecord;
import org.zhengtong.people.privacy.PersonalRecord.Entry;
import org.zhengtong.people.privacy.PersonalRecords;

/** The post of a member of staff. */
@Component
@Order(50)
class StaffRecords implements PersonalRecords {
    private final Organisation organisation;

    StaffRecords(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public String name() {
        return "post";
    }

    @Override
    public List<PersonalRecord> of(PersonId person) {
        return organisation.staff(person).stream()
                .map(member -> new PersonalRecord(member.body().name(), List.of(Entry.of("post", member.post()))))
                .toList();
    }

    @Override
    public List<String> hindrances(PersonId person) {
        return organisation.staff(person).isPresent() ? List.of("post") : List.of();
    }

    @Override
    public Optional<String> erase(PersonId person) {
        return Optional.empty();
    }
}
