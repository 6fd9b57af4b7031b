package org.zhengtong.people.organisation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.Recovery;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Recoveries;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;

@Service
class RecoveryDesk implements Recoveries {
    private final Organisation organisation;
    private final Identity identity;
    private final Recovery recovery;

    RecoveryDesk(Organisation organisation, Identity identity, Recovery recovery) {
        this.organisation = organisation;
        this.identity = identity;
        this.recovery = recovery;
    }

    @Override
    public void require(StaffMember by) {
        if (!Duty.isHeld(organisation, by, Role.ACCEPTANCE)
                && !Duty.isHeld(organisation, by, Role.SECURITY_ADMINISTRATOR)) {
            throw new Problem(403, "not-your-duty");
        }
    }

    @Override
    public Answer begin(StaffMember by, InPerson typed) {
        require(by);
        List<WrongField> wrong = new ArrayList<>();
        Optional<IdentityNumber> number = IdentityNumber.parse(typed.number());
        String reason = PlainText.tidy(typed.reason());
        if (number.isEmpty()) {
            wrong.add(new WrongField("number", "identity.wrong.number-form"));
        }
        PlainText.checkRequired("reason", reason, LONGEST_REASON, "organisation.wrong.empty")
                .ifPresent(wrong::add);
        if (!typed.seen()) {
            wrong.add(new WrongField("seen", "identity.wrong.not-seen"));
        }
        if (!wrong.isEmpty()) {
            return new Answer.Wrong(wrong);
        }
        requireCompetent(by, number.get());
        return recovery.beginAtWindow(number.get(), typed.factors(), reason, by.actor())
                .<Answer>map(Answer.Begun::new)
                .orElseGet(() ->
                        new Answer.Wrong(List.of(new WrongField("number", "organisation.wrong.recovery-unknown"))));
    }

    /** What opens a desk is the security administrator's matter, and a citizen's account is the window's. */
    private void requireCompetent(StaffMember by, IdentityNumber number) {
        boolean staff = identity.findPerson(number).flatMap(organisation::staff).isPresent();
        if (!Duty.isHeld(organisation, by, staff ? Role.SECURITY_ADMINISTRATOR : Role.ACCEPTANCE)) {
            throw new Problem(403, staff ? "recovery-of-staff" : "recovery-of-citizens");
        }
    }
}
