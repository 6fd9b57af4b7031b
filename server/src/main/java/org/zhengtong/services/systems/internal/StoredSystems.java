package org.zhengtong.services.systems.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.crypto.SharedSecret;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.systems.DepartmentSystem;
import org.zhengtong.services.systems.SystemCall;
import org.zhengtong.services.systems.SystemSummary;
import org.zhengtong.services.systems.Systems;

/** The system administrator's side of the room. */
@Service
class StoredSystems implements Systems {
    private static final int LONGEST_NAME = 40;

    private final SystemStore systems;
    private final CallStore calls;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredSystems(
            SystemStore systems,
            CallStore calls,
            Organisation organisation,
            AuditLog audit,
            Identifiers identifiers,
            TransactionTemplate transaction,
            Clock clock) {
        this.systems = systems;
        this.calls = calls;
        this.organisation = organisation;
        this.audit = audit;
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<SystemSummary> systems(StaffMember by) {
        requireDuty(by);
        return systems.all().stream().map(this::summary).toList();
    }

    @Override
    public SystemSummary system(StaffMember by, UUID id) {
        requireDuty(by);
        return summary(find(id));
    }

    @Override
    public List<SystemCall> history(StaffMember by, UUID system, OptionalLong before) {
        requireDuty(by);
        return calls.history(find(system).system().id(), before);
    }

    @Override
    public Answer register(StaffMember by, String typedName, String typedBody, Set<String> duties) {
        requireDuty(by);
        String name = PlainText.tidy(typedName);
        List<WrongField> wrong = new ArrayList<>();
        Optional<Body> body = Uscc.parse(typedBody).flatMap(organisation::body);
        if (body.isEmpty()) {
            wrong.add(new WrongField("body", "systems.wrong.body"));
        }
        if (name.isEmpty()) {
            wrong.add(new WrongField("name", "systems.wrong.name-empty"));
        }
        PlainText.check("name", name, LONGEST_NAME).ifPresent(wrong::add);
        wrong.addAll(wrongDuties(duties));
        if (body.isEmpty() || !wrong.isEmpty()) {
            return new Answer.Wrong(wrong);
        }
        DepartmentSystem system = new DepartmentSystem(
                identifiers.next(), name, body.get().uscc().value(), roles(duties), false, clock.instant());
        SharedSecret secret = SharedSecret.drawn();
        boolean added = transaction.execute(_ -> {
            boolean fresh = systems.add(system, secret);
            if (fresh) {
                write(by, system, "register", sorted(system.roles()));
            }
            return fresh;
        });
        return added
                ? new Answer.Registered(system.id(), secret)
                : new Answer.Wrong(List.of(new WrongField("name", "systems.wrong.taken")));
    }

    @Override
    public List<WrongField> choose(StaffMember by, UUID system, Set<String> duties) {
        requireDuty(by);
        List<WrongField> wrong = wrongDuties(duties);
        if (wrong.isEmpty()) {
            Set<Role> roles = roles(duties);
            change(by, system, "choose-duties", sorted(roles), found -> systems.setRoles(found.id(), roles));
        }
        return wrong;
    }

    @Override
    public void block(StaffMember by, UUID system) {
        change(by, system, "block", "", found -> systems.setBlocked(found.id(), true));
    }

    @Override
    public void unblock(StaffMember by, UUID system) {
        change(by, system, "unblock", "", found -> systems.setBlocked(found.id(), false));
    }

    @Override
    public SharedSecret renewSecret(StaffMember by, UUID system) {
        SharedSecret secret = SharedSecret.drawn();
        change(by, system, "renew-secret", "", found -> systems.setSecret(found.id(), secret));
        return secret;
    }

    private void change(StaffMember by, UUID id, String what, String duties, Consumer<DepartmentSystem> change) {
        requireDuty(by);
        transaction.executeWithoutResult(_ -> {
            DepartmentSystem found = find(id).system();
            change.accept(found);
            write(by, found, what, duties);
        });
    }

    private void write(StaffMember by, DepartmentSystem system, String what, String duties) {
        audit.append(
                system.id(),
                "systems." + what,
                by.actor(),
                Map.of("name", system.name(), "body", system.body(), "duties", duties));
    }

    private SystemStore.Standing find(UUID id) {
        return systems.find(id).orElseThrow(() -> Problem.notFound("systems.unknown"));
    }

    private SystemSummary summary(SystemStore.Standing standing) {
        String body = standing.system().body();
        return new SystemSummary(
                standing.system(),
                organisation.body(new Uscc(body)).map(Body::name).orElse(body),
                standing.lastCall(),
                standing.unsigned(),
                standing.lastUnsigned());
    }

    private static List<WrongField> wrongDuties(Set<String> duties) {
        boolean known =
                DUTIES.stream().map(Role::name).collect(Collectors.toSet()).containsAll(duties);
        return known && !duties.isEmpty() ? List.of() : List.of(new WrongField("duties", "systems.wrong.duties"));
    }

    private static Set<Role> roles(Set<String> duties) {
        return duties.stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static String sorted(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    private void requireDuty(StaffMember by) {
        Duty.require(organisation, by, Role.SYSTEM_ADMINISTRATOR);
    }
}
