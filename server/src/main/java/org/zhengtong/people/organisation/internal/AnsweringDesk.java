package org.zhengtong.people.organisation.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.DataRequestDesk;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.people.privacy.RequestAnswers;
import org.zhengtong.people.privacy.RequestAnswers.Opened;
import org.zhengtong.people.privacy.RequestAnswers.Waiting;

@Service
class AnsweringDesk implements DataRequestDesk {
    private final Organisation organisation;
    private final RequestAnswers answers;

    AnsweringDesk(Organisation organisation, RequestAnswers answers) {
        this.organisation = organisation;
        this.answers = answers;
    }

    @Override
    public List<Waiting> waiting(StaffMember by) {
        require(by);
        return answers.waiting();
    }

    @Override
    public Opened open(StaffMember by, UUID id) {
        require(by);
        return answers.open(id, by.person(), by.actor());
    }

    @Override
    public List<WrongField> answer(StaffMember by, UUID id, boolean done, String text) {
        require(by);
        return answers.answer(id, by.person(), by.actor(), done, text);
    }

    private void require(StaffMember by) {
        Duty.require(organisation, by, Role.SECURITY_ADMINISTRATOR);
    }
}
