package org.zhengtong.people.identity.internal;

import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.crypto.BlindIndex;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Passkey;
import org.zhengtong.people.identity.Passkeys;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.SignInAnswer;
import org.zhengtong.people.identity.SignInPlace;
import org.zhengtong.people.identity.SignInWay;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.internal.Challenges.Purpose;
import tools.jackson.databind.json.JsonMapper;

@Service
class OwnPasskeys implements Passkeys {
    private static final int TIMEOUT_MILLISECONDS = 300_000;
    private final PasskeyStore store;
    private final PersonStore persons;
    private final Challenges challenges;
    private final Ceremony ceremony;
    private final LastFactor last;
    private final LiveSessions sessions;
    private final BlindIndex index;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Identifiers identifiers;
    private final JsonMapper json;
    private final Clock clock;

    OwnPasskeys(
            PasskeyStore store,
            PersonStore persons,
            Challenges challenges,
            Ceremony ceremony,
            LastFactor last,
            LiveSessions sessions,
            BlindIndex index,
            AuditLog audit,
            TransactionTemplate transaction,
            Identifiers identifiers,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.persons = persons;
        this.challenges = challenges;
        this.ceremony = ceremony;
        this.last = last;
        this.sessions = sessions;
        this.index = index;
        this.audit = audit;
        this.transaction = transaction;
        this.identifiers = identifiers;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public List<Passkey> of(PersonId person) {
        return store.of(person);
    }

    @Override
    public String offer(SignedIn me, Site site) {
        sessions.requireFresh(me);
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("rp", Map.of("id", site.domain(), "name", site.domain()));
        options.put("user", Map.of("id", text(handle(me.person())), "name", me.name(), "displayName", me.name()));
        options.put("challenge", text(challenges.ask(Purpose.REGISTER, Optional.of(me.person()))));
        options.put(
                "pubKeyCredParams",
                Ceremony.algorithms().stream()
                        .map(algorithm -> Map.of("type", "public-key", "alg", algorithm))
                        .toList());
        options.put("timeout", TIMEOUT_MILLISECONDS);
        options.put("excludeCredentials", known(me.person()));
        options.put(
                "authenticatorSelection",
                Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"));
        options.put("attestation", "none");
        return json.writeValueAsString(options);
    }

    /** Says nothing of the person to whoever reads it on an authenticator. */
    private byte[] handle(PersonId person) {
        return index.of(person.value().toString(), "identity.passkey.user");
    }

    @Override
    public Registered register(SignedIn me, Site site, String name, String answer) {
        sessions.requireFresh(me);
        Optional<Ceremony.Created> created = ceremony.challengeOf(answer)
                .filter(challenge -> challenges.answer(challenge, Purpose.REGISTER, Optional.of(me.person())))
                .flatMap(challenge -> ceremony.created(site, challenge, answer));
        if (created.isEmpty()) {
            return Registered.REFUSED;
        }
        if (store.count(me.person()) >= MOST) {
            return Registered.TOO_MANY;
        }
        try {
            transaction.executeWithoutResult(_ -> add(me, created.get(), tidy(name)));
            return Registered.DONE;
        } catch (DuplicateKeyException known) {
            return Registered.REFUSED;
        }
    }

    private void add(SignedIn me, Ceremony.Created created, String name) {
        PasskeyStore.Kept passkey = new PasskeyStore.Kept(
                identifiers.next(),
                me.person(),
                created.credential(),
                created.counter(),
                created.backedUp(),
                created.transports());
        store.add(passkey, created.credentialId(), name, clock.instant());
        write(me, "identity.add-passkey", passkey.id());
        sessions.confirmed(me, true);
    }

    @Override
    public void rename(SignedIn me, UUID passkey, String name) {
        if (!store.rename(passkey, me.person(), tidy(name))) {
            throw Problem.notFound("unknown-passkey");
        }
    }

    @Override
    public void remove(SignedIn me, UUID passkey) {
        sessions.requireFresh(me);
        transaction.executeWithoutResult(_ -> {
            if (!store.remove(passkey, me.person())) {
                throw Problem.notFound("unknown-passkey");
            }
            last.requireOneLeft(me.person());
            write(me, "identity.remove-passkey", passkey);
        });
    }

    @Override
    public String ask(Site site) {
        return question(site, challenges.ask(Purpose.SIGN_IN, Optional.empty()), List.of());
    }

    @Override
    public String askAgain(SignedIn me, Site site) {
        return question(site, challenges.ask(Purpose.CONFIRM, Optional.of(me.person())), known(me.person()));
    }

    private String question(Site site, byte[] challenge, List<Map<String, Object>> allowed) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("challenge", text(challenge));
        options.put("timeout", TIMEOUT_MILLISECONDS);
        options.put("rpId", site.domain());
        options.put("allowCredentials", allowed);
        options.put("userVerification", "required");
        return json.writeValueAsString(options);
    }

    @Override
    public SignInAnswer signIn(Site site, String answer, SignInPlace place) {
        return shown(site, Purpose.SIGN_IN, Optional.empty(), answer)
                .<SignInAnswer>map(person ->
                        sessions.open(person, persons.name(person).orElseThrow(), place, SignInWay.PASSKEY, true, true))
                .orElseGet(SignInAnswer.Refused::new);
    }

    @Override
    public boolean confirm(SignedIn me, Site site, String answer) {
        boolean right = shown(site, Purpose.CONFIRM, Optional.of(me.person()), answer)
                .filter(me.person()::equals)
                .isPresent();
        if (right) {
            transaction.executeWithoutResult(_ -> sessions.confirmed(me, true));
        }
        return right;
    }

    /** Whose passkey answered what was asked. */
    private Optional<PersonId> shown(Site site, Purpose purpose, Optional<PersonId> asked, String answer) {
        Optional<byte[]> challenge =
                ceremony.challengeOf(answer).filter(claimed -> challenges.answer(claimed, purpose, asked));
        Optional<byte[]> credential = ceremony.credentialOf(answer);
        if (challenge.isEmpty() || credential.isEmpty()) {
            return Optional.empty();
        }
        return transaction.execute(
                _ -> store.hold(credential.get()).flatMap(passkey -> used(site, challenge.get(), passkey, answer)));
    }

    private Optional<PersonId> used(Site site, byte[] challenge, PasskeyStore.Kept passkey, String answer) {
        Optional<Ceremony.Verified> verified = ceremony.verified(site, challenge, passkey, answer);
        if (verified.isEmpty()) {
            audit.append(
                    passkey.person().value(),
                    "identity.sign-in-refused",
                    "stranger",
                    Map.of(
                            "way",
                            SignInWay.PASSKEY.name(),
                            "passkey",
                            passkey.id().toString()));
            return Optional.empty();
        }
        store.used(passkey.id(), verified.get().counter(), verified.get().backedUp(), clock.instant());
        return Optional.of(passkey.person());
    }

    private List<Map<String, Object>> known(PersonId person) {
        return store.known(person).stream()
                .map(one -> Map.<String, Object>of(
                        "type",
                        "public-key",
                        "id",
                        text(one.credentialId()),
                        "transports",
                        one.transports().isEmpty()
                                ? List.of()
                                : List.of(one.transports().split(","))))
                .toList();
    }

    private void write(SignedIn me, String action, UUID passkey) {
        audit.append(me.person().value(), action, me.actor(), Map.of("passkey", passkey.toString()));
    }

    private static String tidy(String name) {
        String tidy = PlainText.tidy(name);
        if (PlainText.check("name", tidy, LONGEST_NAME).isPresent()) {
            throw new Problem(422, "passkey-name");
        }
        return tidy;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
