package org.zhengtong.services.systems.web;

import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.systems.ActingStaff;
import org.zhengtong.services.systems.CallingSystem;

/**
 * A signed call while it is carried out, and what its history will say of it. A controller that declares this parameter is
 * reached by signed calls only.
 */
final class OpenCall {
    static final String ATTRIBUTE = OpenCall.class.getName();

    private final CallingSystem caller;
    private Optional<UUID> caseId = Optional.empty();
    private String receiptNumber = "";
    private String by = "";

    OpenCall(CallingSystem caller) {
        this.caller = caller;
    }

    CallingSystem caller() {
        return caller;
    }

    /** Names who acts. */
    ActingStaff by(ActingStaff acting) {
        by = acting.toString();
        return acting;
    }

    StaffMember staff(ActingStaff acting) {
        return caller.staff(by(acting));
    }

    /** Names the case. */
    CaseFile about(CaseFile file) {
        caseId = Optional.of(file.id().value());
        receiptNumber = file.receiptNumber();
        return file;
    }

    Optional<UUID> caseId() {
        return caseId;
    }

    String receiptNumber() {
        return receiptNumber;
    }

    String by() {
        return by;
    }
}
