package org.zhengtong.people.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Mandates that are shown at a window. Whether somebody may decide there is for the caller to know. */
public interface MandateDesk {

    /** What a clerk saw, and whom it is about; both have to be in the register of persons. */
    sealed interface Seen {
        String principal();

        String agent();

        /** @param until the last day by a court's decision; a minor's guardianship ends by itself */
        record Guardian(String principal, String agent, MandateProof proof, String note, Optional<LocalDate> until)
                implements Seen {
            @Override
            public String toString() {
                return "Guardian";
            }
        }

        /** @param scan of the signed mandate */
        record Paper(String principal, String agent, MandateScope scope, LocalDate until, String note, UUID scan)
                implements Seen {
            @Override
            public String toString() {
                return "Paper";
            }
        }
    }

    /** Why a guardianship ends before its last day. */
    List<MandateEnd.Why> ENDINGS =
            List.of(MandateEnd.Why.COURT_DECIDED, MandateEnd.Why.PERSON_DIED, MandateEnd.Why.FAMILY_CHANGED);

    /**
     * A guardianship that is over before its last day, as a clerk saw it shown.
     *
     * @param why one of {@link #ENDINGS}
     */
    record Ending(String ward, String guardian, MandateEnd.Why why, String note) {
        @Override
        public String toString() {
            return "Ending";
        }
    }

    /** Ends a guardianship at once; both are told. */
    Mandates.Answer end(Ending ending, PersonId clerk, String actor);

    /**
     * Written down, and in force from today.
     *
     * @param actor the clerk, as the audit log names them
     */
    Mandates.Answer record(Seen seen, PersonId clerk, String actor);

    /** Parents who ask, the longest waiting first. */
    List<Mandate> asked();

    /** What a parent wrote, opened for the clerk who decides. */
    String noteOf(UUID id, String actor);

    /**
     * @param proof what the clerk saw; empty when nothing shows it
     * @throws org.zhengtong.ground.web.Problem 409 when it was decided before
     */
    void decide(UUID id, Optional<MandateProof> proof, PersonId clerk, String actor);
}
