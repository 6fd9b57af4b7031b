package org.zhengtong.people.privacy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhengtong.people.identity.PersonId;

/**
 * What one room keeps of people. Every room with personal data has one. What it is for, on what ground of the law it is
 * kept and for how long are the messages {@code privacy.<name>.title}, {@code .purpose}, {@code .basis} and {@code .kept}
 * (个人信息保护法 art. 17).
 */
public interface PersonalRecords {
    String name();

    /** All of it, newest first, in the words of the records (art. 45). */
    List<PersonalRecord> of(PersonId person);

    /** How many there are. */
    default int count(PersonId person) {
        return of(person).size();
    }

    /** Who looked at it. */
    default Stream<Look> looks(PersonId person) {
        return Stream.empty();
    }

    /** What the person has to end first before the account can be closed: keys of messages {@code privacy.first.<key>}. */
    default List<String> hindrances(PersonId person) {
        return List.of();
    }

    /**
     * Deletes, in the running transaction, what no law tells to keep (art. 47).
     *
     * @return why the rest is kept: the key of a message {@code privacy.stays.<key>}; empty when nothing is left
     */
    Optional<String> erase(PersonId person);
}
