package org.zhengtong.people.organisation.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.HandledItems;
import org.zhengtong.people.organisation.ItemScope;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.people.organisation.Staffing;

@Service
class SecurityDesk implements Staffing {
    private final Organisation organisation;
    private final Identity identity;
    private final StaffStore store;
    private final HandledItems items;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    SecurityDesk(
            Organisation organisation,
            Identity identity,
            StaffStore store,
            HandledItems items,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.organisation = organisation;
        this.identity = identity;
        this.store = store;
        this.items = items;
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
    public Answer appoint(StaffMember by, PersonId person, Uscc body, String post, Set<Role> roles, ItemScope items) {
        requireDuty(by);
        ItemScope kept = roles.stream().anyMatch(Role::isByItem) ? items : ItemScope.ALL;
        StaffStore.Appointment wanted = new StaffStore.Appointment(person, body, PlainText.tidy(post), roles, kept);
        Optional<Refusal> refusal = refusal(by, wanted);
        if (refusal.isPresent()) {
            return new Answer.Refused(refusal.get());
        }
        try {
            transaction.executeWithoutResult(status -> {
                Optional<StaffStore.Appointment> before = store.of(person);
                store.put(wanted);
                audit.append(
                        person.value(),
                        "organisation.appoint",
                        by.actor(),
                        Map.of(
                                "body",
                                body.value(),
                                "post",
                                wanted.post(),
                                "roles",
                                names(roles),
                                "items",
                                names(kept),
                                "rolesBefore",
                                before.map(found -> names(found.roles())).orElse(""),
                                "itemsBefore",
                                before.map(found -> names(found.items())).orElse("")));
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

    private Optional<Refusal> refusal(StaffMember by, StaffStore.Appointment wanted) {
        PersonId person = wanted.person();
        String post = wanted.post();
        if (person.equals(by.person())) {
            return Optional.of(Refusal.ONESELF);
        }
        if (!Administration.isSeparated(wanted.roles())) {
            return Optional.of(Refusal.TWO_ADMINISTRATIONS);
        }
        Optional<Body> body = organisation.body(wanted.body());
        if (body.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_BODY);
        }
        if (!handles(body.get(), person, wanted.items())) {
            return Optional.of(Refusal.UNKNOWN_ITEM);
        }
        if (post.isEmpty() || PlainText.check("post", post, 40).isPresent()) {
            return Optional.of(Refusal.POST);
        }
        return isKnown(person) ? Optional.empty() : Optional.of(Refusal.UNKNOWN_PERSON);
    }

    /** What somebody handles already they may keep, also when the item is no longer in use. */
    private boolean handles(Body body, PersonId person, ItemScope items) {
        Set<String> known = Stream.concat(
                        this.items.of(body).stream().map(HandledItems.HandledItem::code),
                        store.of(person).stream()
                                .filter(before -> before.body().equals(body.uscc()))
                                .flatMap(before -> before.items().items().stream()))
                .collect(Collectors.toSet());
        return known.containsAll(items.items());
    }

    @Override
    public List<HandledItems.HandledItem> itemsOf(StaffMember by, Body body) {
        requireDuty(by);
        return items.of(body);
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

    private static String names(ItemScope items) {
        return items.items().stream().sorted().collect(Collectors.joining(","));
    }

    private static String names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }
}
