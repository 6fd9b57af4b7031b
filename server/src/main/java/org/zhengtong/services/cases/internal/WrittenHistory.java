package org.zhengtong.services.cases.internal;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseHistory;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Delivered;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.JointOrder;
import org.zhengtong.services.cases.JointReceipt;
import org.zhengtong.services.cases.Receipt;

@Service
@Profile("demo | test")
class WrittenHistory implements CaseHistory {
    private final Filings filings;
    private final StoredJointCases joint;
    private final StoredCases cases;
    private final StaffedDesk desk;
    private final StaffedDelivery delivery;

    WrittenHistory(
            Filings filings, StoredJointCases joint, StoredCases cases, StaffedDesk desk, StaffedDelivery delivery) {
        this.joint = joint;
        this.delivery = delivery;
        this.filings = filings;
        this.cases = cases;
        this.desk = desk;
    }

    @Override
    public Receipt file(FilingOrder order, Instant at) {
        return filings.file(order, at);
    }

    @Override
    public JointReceipt fileJointly(JointOrder order, Instant at) {
        return joint.file(order, at);
    }

    @Override
    public void correct(CaseId id, FilingOrder corrected, Instant at) {
        cases.correct(id, corrected, at);
    }

    @Override
    public void take(CaseId id, StaffMember staff, Instant at) {
        desk.take(id, staff, OptionalLong.empty(), false, at);
    }

    @Override
    public void act(CaseId id, StaffMember staff, CaseCommand command, Instant at) {
        desk.act(id, staff, OptionalLong.empty(), command, at);
    }

    @Override
    public void deliver(CaseId id, StaffMember staff, Delivered how, Instant at) {
        delivery.deliver(id, staff, Set.of(staff.body().uscc().value()), OptionalLong.empty(), how, at);
    }

    @Override
    public void withdraw(CaseId id, PersonId by, String reason, Instant at) {
        cases.withdraw(id, by, reason, at);
    }
}
