package org.zhengtong.people.identity;

import java.util.UUID;

/** Who has a right or a duty: a natural person, or a firm through its agent. */
public sealed interface Party {
    UUID id();

    /** A natural person for themselves. */
    record Person(PersonId person) implements Party {
        @Override
        public UUID id() {
            return person.value();
        }
    }

    /** A legal person. */
    record Firm(FirmId firm) implements Party {
        @Override
        public UUID id() {
            return firm.value();
        }
    }
}
