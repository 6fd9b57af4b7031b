package org.zhengtong.people.organisation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.SessionKeeping;
import org.zhengtong.people.organisation.StaffMember;

@Service
class SessionDesk implements SessionKeeping {
    private final Organisation organisation;
    private final Identity identity;
    private final Sessions sessions;

    SessionDesk(Organisation organisation, Identity identity, Sessions sessions) {
        this.organisation = organisation;
        this.identity = identity;
        this.sessions = sessions;
    }

    @Override
    public void require(StaffMember by) {
        Duty.require(organisation, by, Role.SECURITY_ADMINISTRATOR);
    }

    @Override
    public Answer end(StaffMember by, String number, String reason) {
        require(by);
        String tidy = PlainText.tidy(reason);
        List<WrongField> wrong = new ArrayList<>();
        Optional<IdentityNumber> parsed = IdentityNumber.parse(number);
        Optional<PersonId> person = parsed.flatMap(identity::findPerson);
        if (parsed.isEmpty()) {
            wrong.add(new WrongField("number", "identity.wrong.number-form"));
        } else if (person.isEmpty()) {
            wrong.add(new WrongField("number", "organisation.wrong.recovery-unknown"));
        }
        checkReason("reason", tidy).ifPresent(wrong::add);
        return wrong.isEmpty()
                ? new Answer.Ended(sessions.endAllOf(person.orElseThrow(), by.actor(), tidy))
                : new Answer.Wrong(wrong);
    }

    @Override
    public Answer endAll(StaffMember by, SignedIn me, String reason) {
        require(by);
        String tidy = PlainText.tidy(reason);
        return checkReason("all-reason", tidy)
                .<Answer>map(wrong -> new Answer.Wrong(List.of(wrong)))
                .orElseGet(() -> new Answer.Ended(sessions.endEverybodys(me, tidy)));
    }

    private static Optional<WrongField> checkReason(String field, String reason) {
        return PlainText.checkRequired(field, reason, LONGEST_REASON, "organisation.wrong.empty");
    }
}
