package org.zhengtong.services.window;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.StaffMember;

/** When it is unclear who is competent, the matter goes to another body's window, and nothing is lost (首问负责). */
public interface Handovers {

    /** What comes of handing over. */
    sealed interface Answer {
        record Done(UUID handover) implements Answer {}

        record Wrong(List<WrongField> fields) implements Answer {}
    }

    /**
     * Ends the visit.
     *
     * @param draft one of the visit; absent when nothing was begun
     * @param toUscc the body whose window goes on
     */
    Answer handOver(StaffMember clerk, UUID visit, Optional<UUID> draft, String toUscc, String reason);

    /** What other windows sent to this clerk's body and nobody has taken on, the oldest first. */
    List<Handover> waiting(StaffMember clerk);

    /** For the clerks of both bodies. */
    Handover handover(StaffMember clerk, UUID id);

    /** The person is here: begins a visit with what was handed over. */
    UUID take(StaffMember clerk, UUID id);
}
