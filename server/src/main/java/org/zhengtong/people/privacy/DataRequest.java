package org.zhengtong.people.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.identity.PersonId;

/**
 * Somebody asks to have what is kept of them corrected or deleted (个人信息保护法 art. 46, 47).
 *
 * @param about the room it is kept in, as {@link PersonalRecords#name} has it
 * @param due the day by which it is answered
 */
public record DataRequest(
        UUID id,
        PersonId person,
        Kind kind,
        String about,
        String wish,
        Instant made,
        LocalDate due,
        State state,
        Optional<Answer> answer) {

    public enum Kind {
        CORRECTION,
        DELETION
    }

    public enum State {
        OPEN,
        DONE,
        REFUSED,
        WITHDRAWN
    }

    /** What was done, or why it was refused (art. 50). */
    public record Answer(String text, Instant at) {
        @Override
        public String toString() {
            return "Answer";
        }
    }

    /** Nothing of its words. */
    @Override
    public String toString() {
        return "DataRequest[" + id + "]";
    }
}
