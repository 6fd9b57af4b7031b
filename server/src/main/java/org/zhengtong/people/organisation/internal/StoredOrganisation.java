package org.zhengtong.people.organisation.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.web.DeskPlace;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.identity.Workplaces;
import org.zhengtong.people.organisation.Administration;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.ItemScope;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;

/** Bodies change a few times a year: they are kept for ten seconds, so that other nodes see a change soon enough. */
@Service
class StoredOrganisation implements Organisation, Workplaces {
    private static final String ALL = "all";
    private final BodyStore bodies;
    private final StaffStore staff;
    private final DeskMemory desks;
    private final Identity identity;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final LoadingCache<String, List<Body>> memory;

    StoredOrganisation(
            BodyStore bodies,
            StaffStore staff,
            DeskMemory desks,
            Identity identity,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.clock = clock;
        this.bodies = bodies;
        this.staff = staff;
        this.desks = desks;
        this.identity = identity;
        this.audit = audit;
        this.transaction = transaction;
        this.memory =
                Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(10)).build(any -> bodies.all());
    }

    @Override
    public List<Body> bodies() {
        return Objects.requireNonNull(memory.get(ALL));
    }

    @Override
    public Optional<Body> body(Uscc uscc) {
        return bodies().stream().filter(body -> body.uscc().equals(uscc)).findFirst();
    }

    @Override
    public Optional<Body> bodyNamed(String name) {
        return bodies().stream().filter(body -> body.name().equals(name)).findFirst();
    }

    @Override
    public Optional<StaffMember> staff(PersonId person) {
        return staff.of(person).map(this::member);
    }

    @Override
    public Optional<StaffMember> onDuty(PersonId person) {
        return duty(person).map(found -> member(found, nameOf(person)));
    }

    @Override
    public Optional<StaffMember> onDuty(SignedIn who) {
        return who.proof().twice() ? duty(who.person()).map(found -> member(found, who.name())) : Optional.empty();
    }

    private Optional<StaffStore.OnDuty> duty(PersonId person) {
        return staff.onDuty(person, LocalDate.now(clock.withZone(Page.ZONE)));
    }

    @Override
    public List<StaffMember> staffOf(Uscc body) {
        return staff.of(body).stream().map(this::member).toList();
    }

    @Override
    public Optional<String> workplace(PersonId person) {
        return desks.of(person, this::desk).workplace();
    }

    @Override
    public Set<DeskPlace> places(PersonId person) {
        return desks.of(person, this::desk).places();
    }

    private DeskMemory.Desk desk(PersonId person) {
        Optional<StaffStore.OnDuty> found = duty(person);
        return new DeskMemory.Desk(
                found.flatMap(one -> body(one.own().body())).map(Body::name),
                found.map(one -> one.duties().entrySet().stream()
                                .flatMap(duty -> placesOf(duty.getKey(), duty.getValue()).stream())
                                .collect(Collectors.toUnmodifiableSet()))
                        .orElse(Set.of()));
    }

    private static Set<DeskPlace> placesOf(Role role, ItemScope items) {
        return switch (role) {
            case ACCEPTANCE ->
                Set.of(
                        DeskPlace.INBOX,
                        DeskPlace.NEXT,
                        DeskPlace.CARDS,
                        DeskPlace.WINDOW,
                        DeskPlace.QUEUE,
                        DeskPlace.RECEPTION,
                        DeskPlace.APPOINTMENTS,
                        DeskPlace.FLOOR,
                        DeskPlace.RATINGS,
                        DeskPlace.RECOVERY);
            case REVIEW -> Set.of(DeskPlace.INBOX, DeskPlace.NEXT, DeskPlace.CARDS);
            case DECISION ->
                items.isAll()
                        ? Set.of(
                                DeskPlace.INBOX,
                                DeskPlace.NEXT,
                                DeskPlace.CARDS,
                                DeskPlace.SUPERVISION,
                                DeskPlace.LICENCES)
                        : Set.of(DeskPlace.INBOX, DeskPlace.NEXT, DeskPlace.CARDS);
            case SUPERVISION -> Set.of(DeskPlace.SUPERVISION, DeskPlace.CARDS);
            case CATALOGUE ->
                Set.of(
                        DeskPlace.ITEMS,
                        DeskPlace.ENTRIES,
                        DeskPlace.BUNDLES,
                        DeskPlace.SEARCHES,
                        DeskPlace.INSTRUMENTS,
                        DeskPlace.CASE_EXCHANGE,
                        DeskPlace.WINDOW,
                        DeskPlace.LICENCES);
            case SYSTEM_ADMINISTRATOR ->
                Set.of(
                        DeskPlace.BODIES,
                        DeskPlace.HALLS,
                        DeskPlace.WEBHOOKS,
                        DeskPlace.SYSTEMS,
                        DeskPlace.CLIENTS,
                        DeskPlace.CARRIERS,
                        DeskPlace.DEAD_LETTERS);
            case SECURITY_ADMINISTRATOR ->
                Set.of(DeskPlace.STAFF, DeskPlace.RECOVERY, DeskPlace.KEYS, DeskPlace.SESSIONS, DeskPlace.REQUESTS);
            case AUDIT_ADMINISTRATOR -> Set.of(DeskPlace.AUDIT);
        };
    }

    @Override
    public void put(Body body) {
        transaction.executeWithoutResult(status -> {
            bodies.put(body);
            forgetBodies();
        });
    }

    @Override
    public void appoint(PersonId person, Uscc body, String post, Set<Role> roles) {
        if (!Administration.isSeparated(roles)) {
            throw new IllegalArgumentException("one person cannot be two of the three administrators");
        }
        transaction.executeWithoutResult(status -> {
            staff.put(new StaffStore.Appointment(person, body, post, roles, ItemScope.ALL));
            audit.append(person.value(), "organisation.appoint", "system", facts(body, post, roles));
        });
    }

    private static Map<String, String> facts(Uscc body, String post, Set<Role> roles) {
        return Map.of(
                "body",
                body.value(),
                "post",
                post,
                "roles",
                roles.stream().map(Role::name).sorted().collect(Collectors.joining(",")));
    }

    private StaffMember member(StaffStore.Appointment found) {
        return member(new StaffStore.OnDuty(found, found.duties()), nameOf(found.person()));
    }

    private StaffMember member(StaffStore.OnDuty found, String name) {
        StaffStore.Appointment own = found.own();
        return new StaffMember(own.person(), name, body(own.body()).orElseThrow(), own.post(), found.duties());
    }

    private String nameOf(PersonId person) {
        return identity.nameOf(new Party.Person(person));
    }

    private void forgetBodies() {
        memory.invalidateAll();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                memory.invalidateAll();
            }
        });
    }
}
