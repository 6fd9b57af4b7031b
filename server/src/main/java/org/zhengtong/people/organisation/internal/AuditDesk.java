package org.zhengtong.people.organisation.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.audit.BrokenLeaf;
import org.zhengtong.ground.audit.Leaf;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Oversight;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;

@Service
class AuditDesk implements Oversight {
    private final Organisation organisation;
    private final StaffStore staff;
    private final AuditTrail trail;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    AuditDesk(
            Organisation organisation,
            StaffStore staff,
            AuditTrail trail,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.organisation = organisation;
        this.staff = staff;
        this.trail = trail;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public List<Leaf> find(StaffMember by, AuditQuestion question) {
        requireDuty(by);
        Map<String, String> facts = new TreeMap<>();
        question.subject().ifPresent(subject -> facts.put("subject", subject.toString()));
        question.action().ifPresent(action -> facts.put("action", action));
        question.actor().ifPresent(actor -> facts.put("actor", actor));
        write(by, "organisation.read-audit", facts);
        return trail.find(question);
    }

    @Override
    public List<PersonId> bentAppointments(StaffMember by) {
        requireDuty(by);
        return staff.bent();
    }

    @Override
    public Optional<BrokenLeaf> verify(StaffMember by, Optional<UUID> subject) {
        requireDuty(by);
        Optional<BrokenLeaf> broken = subject.isPresent() ? trail.verify(subject.get()) : trail.verifyAll();
        Map<String, String> facts = new TreeMap<>();
        subject.ifPresent(one -> facts.put("subject", one.toString()));
        facts.put("result", broken.map(leaf -> leaf.fault().name()).orElse("HOLDS"));
        write(by, "organisation.verify-audit", facts);
        return broken;
    }

    private void write(StaffMember by, String action, Map<String, String> facts) {
        transaction.executeWithoutResult(status -> audit.append(by.person().value(), action, by.actor(), facts));
    }

    private void requireDuty(StaffMember by) {
        Duty.require(organisation, by, Role.AUDIT_ADMINISTRATOR);
    }
}
