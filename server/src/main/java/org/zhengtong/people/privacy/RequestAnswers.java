package org.zhengtong.people.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.WrongField;

/** Answering what people ask to have corrected or deleted. Who may do so is decided by the room of organisation. */
public interface RequestAnswers {

    /** Those to be answered, the one due first at the top; without their words. */
    List<Waiting> waiting();

    record Waiting(UUID id, DataRequest.Kind kind, String about, LocalDate due, boolean late) {}

    /**
     * For answering. That it was opened stands in the audit, and its person reads it.
     *
     * @param by who opens it, and {@code actor} as the audit names them
     * @throws org.zhengtong.ground.web.Problem 404 when there is none, 403 when it is their own
     */
    Opened open(UUID id, PersonId by, String actor);

    /** @param name of the person, and {@code number} masked */
    record Opened(DataRequest request, String name, String number) {
        @Override
        public String toString() {
            return "Opened[" + request.id() + "]";
        }
    }

    /**
     * @param done whether it was carried out; otherwise it is refused
     * @param text what was done, or why it is refused
     * @return what is wrong with the answer; nothing was changed unless this is empty
     */
    List<WrongField> answer(UUID id, PersonId by, String actor, boolean done, String text);
}
