package org.zhengtong.people.identity.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.crypto.BlindIndex;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.IdentitySettings;
import org.zhengtong.people.identity.OpenSession;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.identity.SignInAnswer;
import org.zhengtong.people.identity.SignedIn;

/**
 * Sessions are read through a memory of three seconds, so that a page costs no query and a closed session dies
 * everywhere soon. Requests write nothing: when people were last seen is collected and written once a minute.
 */
@Service
class LiveSessions implements Sessions {
    private static final Duration SEEN_IS_WRITTEN_EVERY = Duration.ofMinutes(1);
    private static final Duration EXPIRED_ARE_KEPT_FOR = Duration.ofDays(2);

    private final SessionStore store;
    private final PersonStore persons;
    private final Passwords passwords;
    private final SignInLimits limits;
    private final BlindIndex index;
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
            PersonStore persons,
            Passwords passwords,
            SignInLimits limits,
            BlindIndex index,
            AuditLog audit,
            TransactionTemplate transaction,
            Identifiers identifiers,
            RandomGenerator random,
            Clock clock,
            IdentitySettings settings) {
        this.store = store;
        this.persons = persons;
        this.passwords = passwords;
        this.limits = limits;
        this.index = index;
        this.audit = audit;
        this.transaction = transaction;
        this.identifiers = identifiers;
        this.random = random;
        this.clock = clock;
        this.settings = settings;
        this.written = new AtomicLong(clock.millis());
    }

    @Override
    public SignInAnswer signIn(String typed, String password, String address, String device) {
        AccountName name = AccountName.of(typed);
        String account = HexFormat.of().formatHex(index.of(name.text(), "identity.account"));
        Optional<Instant> again = limits.waitUntil(account, address);
        if (again.isPresent()) {
            return new SignInAnswer.TooMany(again.get());
        }
        Optional<PersonStore.Account> found = persons.account(name);
        if (!passwords.matches(password, found.flatMap(PersonStore.Account::passwordHash)) || found.isEmpty()) {
            return new SignInAnswer.Refused();
        }
        limits.wasRight(account, address);
        return open(found.get().person(), found.get().name(), device);
    }

    SignInAnswer.Opened open(PersonId person, String name, String device) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        SessionToken token =
                new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
        Instant now = clock.instant();
        Instant expires = now.plus(settings.longest());
        SignedIn who = new SignedIn(identifiers.next(), person, name, Optional.empty());
        transaction.executeWithoutResult(status -> {
            store.forgetExpiredBefore(now.minus(EXPIRED_ARE_KEPT_FOR));
            store.add(who.session(), digest(token), person, now, expires, device);
            audit.append(
                    person.value(),
                    "identity.sign-in",
                    who.actor(),
                    Map.of("session", who.session().toString()));
        });
        return new SignInAnswer.Opened(token, who, expires);
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
        });
        memory.invalidateAll();
    }

    void closeOthers(SignedIn me) {
        store.closeOthers(me);
        memory.invalidateAll();
    }

    /** In the running transaction; this node's memory goes with its commit. */
    void stopActingFor(FirmId firm, PersonId agent) {
        store.stopActingFor(firm, agent);
        forgetAfterCommit();
    }

    /** In the running transaction, which has changed sessions. */
    void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                memory.invalidateAll();
            }
        });
    }

    /** Whether this is the present password of whoever is signed in; wrong tries are limited as at sign-in. */
    boolean isPassword(SignedIn me, String password) {
        String account = me.person().value().toString();
        if (limits.waitUntil(account, me.session().toString()).isPresent()) {
            throw new Problem(429, "too-many-passwords");
        }
        boolean right = passwords.matches(password, persons.passwordHash(me.person()));
        if (right) {
            limits.wasRight(account, me.session().toString());
        }
        return right;
    }

    @Override
    public SignedIn actFor(SignedIn me, Optional<FirmId> firm) {
        transaction.executeWithoutResult(status -> {
            boolean done = firm.map(chosen -> store.actFor(me, chosen)).orElseGet(() -> store.actForSelf(me));
            if (!done) {
                throw new Problem(403, "not-agent");
            }
            audit.append(
                    me.person().value(),
                    "identity.act-for",
                    me.actor(),
                    Map.of("firm", firm.map(chosen -> chosen.value().toString()).orElse("")));
        });
        memory.invalidateAll();
        return new SignedIn(me.session(), me.person(), me.name(), firm);
    }

    private Instant lastSeen(Session session) {
        return later(session.lastSeen(), seen.getOrDefault(session.who().session(), Instant.EPOCH));
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
        return store.withDigest(HexFormat.of().parseHex(key));
    }

    private static String key(SessionToken token) {
        return HexFormat.of().formatHex(digest(token));
    }

    private static byte[] digest(SessionToken token) {
        return Sm3.digest(token.value().getBytes(StandardCharsets.UTF_8));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
