package org.zhengtong.services.window;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhengtong.people.identity.Mandate;
import org.zhengtong.people.identity.Mandates;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.StaffMember;

/** Mandates that somebody shows at a window: guardianships, and proxies on paper. For clerks who accept; others get a 403. */
public interface MandateCounter {

    /**
     * A guardianship as a clerk typed it.
     *
     * @param wardName only of somebody who is not registered yet
     * @param proof HOUSEHOLD for a minor, COURT for whom a court or its like has decided
     * @param note what the clerk saw, with its number
     * @param until the last day by the decision; empty when it names none
     * @param seen whether the clerk has seen the paper and the guardian's card
     */
    record GuardianTyped(
            String ward, String wardName, String guardian, String proof, String note, String until, boolean seen) {
        public static final GuardianTyped EMPTY = new GuardianTyped("", "", "", "HOUSEHOLD", "", "", false);

        @Override
        public String toString() {
            return "GuardianTyped";
        }
    }

    /** A mandate on paper as a clerk typed it. */
    record PaperTyped(
            String principal,
            String agent,
            boolean everything,
            List<String> items,
            Set<String> powers,
            String until,
            String note,
            boolean seen,
            Optional<UUID> scan) {
        public static final PaperTyped EMPTY =
                new PaperTyped("", "", false, List.of(), Set.of("READ", "FILE"), "", "", false, Optional.empty());

        public PaperTyped with(Optional<UUID> kept) {
            return new PaperTyped(principal, agent, everything, items, powers, until, note, seen, kept);
        }

        @Override
        public String toString() {
            return "PaperTyped";
        }
    }

    /**
     * A guardianship that is over early, as a clerk typed it.
     *
     * @param why one of {@link org.zhengtong.people.identity.MandateDesk#ENDINGS}
     */
    record EndingTyped(String ward, String guardian, String why, String note, boolean seen) {
        public static final EndingTyped EMPTY = new EndingTyped("", "", "", "", false);

        @Override
        public String toString() {
            return "EndingTyped";
        }
    }

    void permit(StaffMember clerk);

    Mandates.Answer guardian(StaffMember clerk, GuardianTyped typed);

    /** Ends a guardianship at once; both are told. */
    Mandates.Answer end(StaffMember clerk, EndingTyped typed);

    Mandates.Answer paper(StaffMember clerk, PaperTyped typed);

    /** Parents who ask, the longest waiting first. */
    List<Asked> asked(StaffMember clerk);

    /** One of them, with what the parent wrote; that it was opened is for the child's guardian to read. */
    Asked open(StaffMember clerk, UUID id);

    /** As long as nobody has shown a paper, of both no more than others see. */
    record Asked(Mandate mandate, Side ward, Side guardian, String note) {
        @Override
        public String toString() {
            return "Asked";
        }
    }

    record Side(MaskedName name, String maskedNumber) {}

    /**
     * @param number the ward's, as it stands in what was shown; it has to be theirs
     * @return what is wrong with it; nothing when the guardianship is registered
     */
    List<WrongField> confirm(StaffMember clerk, UUID id, String number);

    /** Nothing shows it. */
    void refuse(StaffMember clerk, UUID id);
}
