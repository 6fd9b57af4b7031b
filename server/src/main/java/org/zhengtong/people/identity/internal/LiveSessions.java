package org.zhengtong.people.identity.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.IdentitySettings;
import org.zhengtong.people.identity.OpenSession;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Proof;
import org.zhengtong.people.identity.Reach;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.identity.SessionsEnded;
import org.zhengtong.people.identity.SignInAnswer;
import org.zhengtong.people.identity.SignInPlace;
import org.zhengtong.people.identity.SignInWay;
import org.zhengtong.people.identity.SignedIn;

/**
 * Sessions are read through a memory of three seconds, so that a page costs no query and a closed session dies
 * everywhere soon. Requests write nothing: when people were last seen is collected and written once a minute.
 */
@Service
class LiveSessions implements Sessions {
    private static final Duration SEEN_IS_WRITTEN_EVERY = Duration.ofMinutes(1);
    private static final Duration EXPIRED_ARE_KEPT_FOR = Duration.ofDays(2);
    private static final UUID NONE = new UUID(0, 0);

    private final SessionStore store;
    private final MandateStore mandates;
    private final KnownDevices devices;
    private final Outbox outbox;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Identifiers identifiers;
    private final RandomGenerator random;
    private final Clock clock;
    private final IdentitySettings settings;

    private final LoadingCache<String, Optional<Session>> memory = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(3))
            .maximumSize(50_000)
            .build(this::read);
    private final Map<UUID, Instant> seen = new ConcurrentHashMap<>();
    private final AtomicLong written;

    LiveSessions(
            SessionStore store,
            MandateStore mandates,
            KnownDevices devices,
            Outbox outbox,
            AuditLog audit,
            TransactionTemplate transaction,
            Identifiers identifiers,
            RandomGenerator random,
            Clock clock,
            IdentitySettings settings) {
        this.store = store;
        this.mandates = mandates;
        this.devices = devices;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.identifiers = identifiers;
        this.random = random;
        this.clock = clock;
        this.settings = settings;
        this.written = new AtomicLong(clock.millis());
    }

    /** @param fresh whether the person just proved who they are, and not only that they hold a session elsewhere */
    SignInAnswer.Opened open(
            PersonId person, String name, SignInPlace place, SignInWay way, boolean twice, boolean fresh) {
        SessionToken token = new SessionToken(SecretToken.fresh(random));
        Instant now = clock.instant();
        Instant expires = now.plus(place.shared() ? SignInPlace.SHARED_FOR : settings.longest());
        SignedIn who = new SignedIn(
                identifiers.next(), person, name, Optional.empty(), new Proof(way, twice, fresh ? now : Instant.EPOCH));
        String device = Objects.requireNonNull(transaction.execute(status -> {
            store.forgetExpiredBefore(now.minus(EXPIRED_ARE_KEPT_FOR));
            store.add(who.session(), digest(token), who, now, expires, place);
            if (store.closeBeyond(settings.sessions(), who, now) > 0) {
                ended(person);
            }
            audit.append(
                    person.value(),
                    "identity.sign-in",
                    who.actor(),
                    Map.of(
                            "session",
                            who.session().toString(),
                            "way",
                            way.name(),
                            "twice",
                            Boolean.toString(twice),
                            "device",
                            place.device()));
            return place.shared() ? "" : devices.remember(person, place.known());
        }));
        return new SignInAnswer.Opened(token, who, expires, device);
    }

    /** In the running transaction; this node's memory goes with its commit. */
    void confirmed(SignedIn me, boolean twice) {
        store.confirmed(me.session(), twice, clock.instant());
        audit.append(
                me.person().value(),
                "identity.confirm",
                me.actor(),
                Map.of("session", me.session().toString(), "twice", Boolean.toString(twice)));
        forgetAfterCommit();
    }

    /** @throws Problem 403 when the person has not proven of late who they are */
    void requireFresh(SignedIn me) {
        if (!me.proof().isFreshAt(clock.instant())) {
            throw new Problem(403, "confirm-first");
        }
    }

    @Override
    public Optional<SignedIn> find(SessionToken token) {
        Instant now = clock.instant();
        Optional<SignedIn> who = Objects.requireNonNull(memory.get(key(token)))
                .filter(session -> session.isOpenAt(now, lastSeen(session), settings.idle()))
                .map(Session::who);
        who.ifPresent(present -> seen.merge(present.session(), now, LiveSessions::later));
        writeSeenWhenDue(now);
        return who;
    }

    @Override
    public Set<UUID> open(Set<UUID> sessions) {
        Instant now = clock.instant();
        return store.running(sessions).stream()
                .filter(one -> one.isOpenAt(now, later(one.lastSeen(), seenHere(one.id())), settings.idle()))
                .map(SessionStore.Running::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<PersonId> lastOwner(SessionToken token) {
        return store.owner(digest(token));
    }

    @Override
    public List<OpenSession> of(PersonId person) {
        writeSeen();
        Instant now = clock.instant();
        return store.of(person, now.minus(settings.idle()), now);
    }

    @Override
    public void close(SignedIn me, UUID session) {
        transaction.executeWithoutResult(status -> {
            if (!store.close(session, me.person())) {
                throw Problem.notFound("unknown-session");
            }
            audit.append(me.person().value(), "identity.sign-out", me.actor(), Map.of("session", session.toString()));
            ended(me.person());
        });
    }

    @Override
    public void closeOthers(SignedIn me) {
        transaction.executeWithoutResult(status -> closeAllBut(me.session(), me.person(), me.actor()));
    }

    @Override
    public int endAllOf(PersonId person, String actor, String reason) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            int closed = store.closeOthers(person, NONE);
            devices.forgetAllOf(person);
            write(person, "identity.end-sessions", actor, reason, closed);
            ended(person);
            return closed;
        }));
    }

    @Override
    public int endEverybodys(SignedIn me, String reason) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<PersonId> closed = store.closeEverybodys(me.session());
            write(me.person(), "identity.end-all-sessions", me.actor(), reason, closed.size());
            Set.copyOf(closed).forEach(this::ended);
            return closed.size();
        }));
    }

    private void write(PersonId subject, String action, String actor, String reason, int closed) {
        audit.append(subject.value(), action, actor, Map.of("sessions", Integer.toString(closed), "reason", reason));
    }

    /** In the running transaction. */
    void closeAll(PersonId person, String actor) {
        closeAllBut(NONE, person, actor);
    }

    private void closeAllBut(UUID kept, PersonId person, String actor) {
        int closed = store.closeOthers(person, kept);
        if (closed > 0) {
            audit.append(
                    person.value(), "identity.sign-out-others", actor, Map.of("sessions", Integer.toString(closed)));
            ended(person);
        }
    }

    /** In the running transaction, which has ended sessions of the person. */
    void ended(PersonId person) {
        outbox.publish(SessionsEnded.TOPIC, person.value(), new SessionsEnded(person));
        forgetAfterCommit();
    }

    /** In the running transaction, which has changed sessions, or for whom they may act. */
    void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                memory.invalidateAll();
            }
        });
    }

    @Override
    public SignedIn actFor(SignedIn me, Optional<Party> other) {
        if (!other.map(party -> mayActFor(me.person(), party)).orElse(true)) {
            throw new Problem(403, "not-agent");
        }
        transaction.executeWithoutResult(status -> {
            store.actFor(me, other);
            audit.append(
                    me.person().value(),
                    "identity.act-for",
                    me.actor(),
                    Map.of("party", other.map(party -> party.id().toString()).orElse("")));
        });
        memory.invalidateAll();
        return new SignedIn(me.session(), me.person(), me.name(), other, me.proof());
    }

    private boolean mayActFor(PersonId person, Party other) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Page.ZONE);
        return new Reach(person, mandates.inForceBy(person, today)).actsFor(other);
    }

    private Instant lastSeen(Session session) {
        return later(session.lastSeen(), seenHere(session.who().session()));
    }

    /** On this node, since it was last written. */
    private Instant seenHere(UUID session) {
        return seen.getOrDefault(session, Instant.EPOCH);
    }

    private void writeSeenWhenDue(Instant now) {
        long last = written.get();
        if (now.toEpochMilli() - last >= SEEN_IS_WRITTEN_EVERY.toMillis()
                && written.compareAndSet(last, now.toEpochMilli())) {
            Thread.startVirtualThread(this::writeSeen);
        }
    }

    void writeSeen() {
        Map<UUID, Instant> taken = new HashMap<>(seen);
        if (!taken.isEmpty()) {
            store.seen(taken);
            memory.invalidateAll();
            taken.forEach(seen::remove);
        }
    }

    private Optional<Session> read(String key) {
        return store.withDigest(HexFormat.of().parseHex(key)).map(this::asFarAsMandated);
    }

    /** Whose mandate has ended acts for themselves again, with the next request. */
    private Session asFarAsMandated(Session session) {
        SignedIn who = session.who();
        return who.actingFor().filter(other -> !mayActFor(who.person(), other)).isEmpty()
                ? session
                : new Session(
                        new SignedIn(who.session(), who.person(), who.name(), Optional.empty(), who.proof()),
                        session.lastSeen(),
                        session.expires());
    }

    private static String key(SessionToken token) {
        return HexFormat.of().formatHex(digest(token));
    }

    private static byte[] digest(SessionToken token) {
        return SecretToken.digest(token.value());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
