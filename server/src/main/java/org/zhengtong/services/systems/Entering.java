package org.zhengtong.services.systems;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.filing.Finding;

/** 接件, both ways: a case that came in through the department's own system is entered here, one filed here is fetched. */
public interface Entering {

    /** For whom a case is entered. */
    sealed interface Applicant {
        record Person(String name, String number, String phone) implements Applicant {}

        /** @param agent who acts for a firm that is not known here yet */
        record Firm(String uscc, String name, String representative, Optional<Person> agent) implements Applicant {}
    }

    /**
     * A case as the department's system has it.
     *
     * @param number what the department's system calls it; the same number again answers the first receipt
     * @param files material → attachments kept before by this system
     */
    record Entry(
            String number,
            String item,
            Applicant applicant,
            Map<String, String> situations,
            Map<String, String> answers,
            Map<String, List<UUID>> files,
            List<String> promised) {}

    /** What comes of it. */
    sealed interface Outcome {
        record Entered(CaseFile file) implements Outcome {}

        /** Not complete or not right; nothing was entered. */
        record NotReady(List<Finding> findings) implements Outcome {}
    }

    Outcome enter(CallingSystem caller, ActingStaff by, Entry entry);

    /**
     * Takes a case filed here into the system's hands.
     *
     * @param number what the department's system will call it
     * @param over also when a colleague has it in hand
     */
    CaseFile fetch(
            CallingSystem caller,
            ActingStaff by,
            CaseId id,
            Optional<String> number,
            OptionalLong version,
            boolean over);

    /** What the applicant brought to the department after a correction notice; only for a case that was entered there. */
    Outcome correct(
            CallingSystem caller,
            ActingStaff by,
            CaseId id,
            Map<String, String> answers,
            Map<String, List<UUID>> files);

    /** What the department's system calls the case. */
    Optional<String> numberOf(CallingSystem caller, CaseId id);
}
