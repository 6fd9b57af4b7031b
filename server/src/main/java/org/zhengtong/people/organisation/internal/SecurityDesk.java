package org.zhengtong.people.organisation.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Administration;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.people.organisation.Staffing;

@Service
class SecurityDesk implements Staffing {
    private final Organisation organisation;
    private final Identity identity;
    private final StaffStore store;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    SecurityDesk(
            Organisation organisation,
            Identity identity,
            StaffStore store,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.organisation = organisation;
        this.identity = identity;
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public List<StaffMember> staffOf(StaffMember by, Uscc body) {
        requireDuty(by);
        return organisation.staffOf(body);
    }

    @Override
    public Optional<StaffMember> find(StaffMember by, PersonId person) {
        requireDuty(by);
        return organisation.staff(person);
    }

    @Override
    public Optional<PersonId> findAccount(StaffMember by, String account) {
        requireDuty(by);
        return identity.findAccount(account);
    }

    @Override
    public Answer appoint(StaffMember by, PersonId person, Uscc body, String post, Set<Role> roles) {
        requireDuty(by);
        Optional<Refusal> refusal = refusal(by, person, body, PlainText.tidy(post), roles);
        if (refusal.isPresent()) {
            return new Answer.Refused(refusal.get());
        }
        try {
            transaction.executeWithoutResult(status -> {
                Optional<StaffStore.Appointment> before = store.of(person);
                store.put(person, body, PlainText.tidy(post), roles);
                audit.append(
                        person.value(),
                        "organisation.appoint",
                        by.actor(),
                        Map.of(
                                "body",
                                body.value(),
                                "post",
                                PlainText.tidy(post),
                                "roles",
                                names(roles),
                                "rolesBefore",
                                before.map(found -> names(found.roles())).orElse("")));
            });
        } catch (DuplicateKeyException twoAtOnce) {
            return new Answer.Refused(Refusal.MEANWHILE);
        }
        return new Answer.Done(organisation.staff(person).orElseThrow());
    }

    @Override
    public Answer dismiss(StaffMember by, PersonId person) {
        requireDuty(by);
        if (person.equals(by.person())) {
            return new Answer.Refused(Refusal.ONESELF);
        }
        Optional<StaffMember> member = organisation.staff(person);
        if (member.isEmpty()) {
            return new Answer.Refused(Refusal.UNKNOWN_PERSON);
        }
        transaction.executeWithoutResult(status -> {
            if (store.remove(person)) {
                audit.append(
                        person.value(),
                        "organisation.dismiss",
                        by.actor(),
                        Map.of("rolesBefore", names(member.get().roles())));
            }
        });
        return new Answer.Done(member.get());
    }

    private Optional<Refusal> refusal(StaffMember by, PersonId person, Uscc body, String post, Set<Role> roles) {
        if (person.equals(by.person())) {
            return Optional.of(Refusal.ONESELF);
        }
        if (!Administration.isSeparated(roles)) {
            return Optional.of(Refusal.TWO_ADMINISTRATIONS);
        }
        if (organisation.body(body).isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_BODY);
        }
        if (post.isEmpty() || PlainText.check("post", post, 40).isPresent()) {
            return Optional.of(Refusal.POST);
        }
        return isKnown(person) ? Optional.empty() : Optional.of(Refusal.UNKNOWN_PERSON);
    }

    private boolean isKnown(PersonId person) {
        try {
            return !identity.nameOf(new Party.Person(person)).isEmpty();
        } catch (Problem unknown) {
            return false;
        }
    }

    private void requireDuty(StaffMember by) {
        Duty.require(organisation, by, Role.SECURITY_ADMINISTRATOR);
    }

    private static String names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }
}
