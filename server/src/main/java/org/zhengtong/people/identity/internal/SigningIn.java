package org.zhengtong.people.identity.internal;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.crypto.BlindIndex;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SecondFactorWaiver;
import org.zhengtong.people.identity.SignInAnswer;
import org.zhengtong.people.identity.SignInPlace;
import org.zhengtong.people.identity.SignInWay;
import org.zhengtong.people.identity.SignIns;
import org.zhengtong.people.identity.SignedIn;

/**
 * Password first, then a code when the account has codes. An account that does not exist takes the same steps as one whose
 * password is wrong: the same queries, the same Argon2 and the same leaf of the audit, only about nobody.
 */
@Service
class SigningIn implements SignIns {
    private static final String NOBODY = "stranger";
    private final PersonStore persons;
    private final DueRecoveries recoveries;
    private final CodeStore codes;
    private final SecondSteps steps;
    private final KnownDevices devices;
    private final LiveSessions sessions;
    private final Passwords passwords;
    private final SignInLimits limits;
    private final ObjectProvider<SecondFactorWaiver> waiver;
    private final BlindIndex index;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SigningIn(
            PersonStore persons,
            DueRecoveries recoveries,
            CodeStore codes,
            SecondSteps steps,
            KnownDevices devices,
            LiveSessions sessions,
            Passwords passwords,
            SignInLimits limits,
            ObjectProvider<SecondFactorWaiver> waiver,
            BlindIndex index,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.persons = persons;
        this.recoveries = recoveries;
        this.codes = codes;
        this.steps = steps;
        this.devices = devices;
        this.sessions = sessions;
        this.passwords = passwords;
        this.limits = limits;
        this.waiver = waiver;
        this.index = index;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public SignInAnswer withPassword(String typed, String password, SignInPlace place) {
        AccountName name = AccountName.of(typed);
        byte[] digest = index.of(name.text(), "identity.account");
        String account = HexFormat.of().formatHex(digest);
        Optional<PersonStore.Account> first = persons.account(name);
        boolean renewed = recoveries.carryOut(first.map(PersonStore.Account::person));
        Optional<PersonStore.Account> found = renewed ? persons.account(name) : first;
        Allowance allowance = allowance(account, found.map(PersonStore.Account::person), place);
        Optional<Instant> again = allowance.take();
        if (again.isPresent()) {
            return new SignInAnswer.TooMany(again.get());
        }
        if (!passwords.matches(password, found.flatMap(PersonStore.Account::passwordHash)) || found.isEmpty()) {
            refused(
                    found.map(one -> one.person().value()).orElseGet(() -> nobody(digest)),
                    SignInWay.PASSWORD.name(),
                    place);
            return new SignInAnswer.Refused();
        }
        allowance.giveBack();
        PersonId person = found.get().person();
        if (codes.confirmed(person).isPresent()) {
            return steps.begin(person);
        }
        return sessions.open(person, found.get().name(), place, SignInWay.PASSWORD, isWaivedFor(person), true);
    }

    @Override
    public SignInAnswer withCode(String ticket, String code, SignInPlace place) {
        Optional<PersonId> person = steps.take(ticket);
        if (person.isEmpty()) {
            return new SignInAnswer.Over();
        }
        Allowance allowance = ofCodes(person.get(), place.known().orElseGet(place::address));
        Optional<Instant> again = allowance.take();
        if (again.isPresent()) {
            return new SignInAnswer.TooMany(again.get());
        }
        if (!isCode(person.get(), code)) {
            refused(person.get().value(), "CODE", place);
            return new SignInAnswer.Refused();
        }
        allowance.giveBack();
        if (!steps.end(ticket)) {
            return new SignInAnswer.Over();
        }
        String name = persons.name(person.get()).orElseThrow();
        return sessions.open(person.get(), name, place, SignInWay.PASSWORD, true, true);
    }

    @Override
    public boolean isOpen(String ticket) {
        return steps.find(ticket).isPresent();
    }

    @Override
    public boolean confirm(SignedIn me, String password, String code, SignInPlace place) {
        boolean twice = codes.confirmed(me.person()).isPresent();
        boolean right = isPassword(me, password) && (!twice || isCodeOf(me, code));
        if (right) {
            transaction.executeWithoutResult(_ -> sessions.confirmed(me, twice));
        } else {
            refused(me.person().value(), "CONFIRM", place);
        }
        return right;
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

    private boolean isCodeOf(SignedIn me, String code) {
        Allowance allowance = ofCodes(me.person(), me.session().toString());
        if (allowance.take().isPresent()) {
            throw new Problem(429, "too-many-passwords");
        }
        boolean right = isCode(me.person(), code);
        if (right) {
            allowance.giveBack();
        }
        return right;
    }

    /** Uses the code up. */
    private boolean isCode(PersonId person, String typed) {
        String code = RecoveryCodes.plain(typed);
        Optional<byte[]> secret = codes.secret(person);
        if (secret.isEmpty()) {
            return false;
        }
        OptionalLong step = TimeCodes.stepOf(secret.get(), code, clock.instant());
        if (step.isPresent()) {
            return codes.use(person, step.getAsLong());
        }
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean used = codes.useRecoveryCode(person, code, clock.instant());
            if (used) {
                audit.append(person.value(), "identity.use-recovery-code", "person:" + person.value(), Map.of());
            }
            return used;
        }));
    }

    private boolean isWaivedFor(PersonId person) {
        SecondFactorWaiver present = waiver.getIfAvailable();
        return present != null && present.isWaivedFor(person);
    }

    private void refused(UUID subject, String way, SignInPlace place) {
        transaction.executeWithoutResult(_ -> audit.append(
                subject, "identity.sign-in-refused", NOBODY, Map.of("way", way, "device", place.device())));
    }

    /** What tries at an account that does not exist stand under. */
    private static UUID nobody(byte[] account) {
        ByteBuffer bytes = ByteBuffer.wrap(account);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private Allowance allowance(String account, Optional<PersonId> person, SignInPlace place) {
        Optional<String> known = place.known().filter(token -> devices.isKnown(token, person));
        return known.<Allowance>map(token ->
                        new Allowance.OfDevice(limits, account, HexFormat.of().formatHex(SecretToken.digest(token))))
                .orElseGet(() -> new Allowance.OfStranger(limits, account, place.address()));
    }

    /** Whoever types codes knew the password: they are few, and each has tries of their own. */
    private Allowance ofCodes(PersonId person, String where) {
        return new Allowance.OfDevice(limits, "code " + person.value(), where);
    }

    /** Whose tries are paid with. */
    private sealed interface Allowance {
        Optional<Instant> take();

        void giveBack();

        record OfDevice(SignInLimits limits, String account, String device) implements Allowance {
            @Override
            public Optional<Instant> take() {
                return limits.waitUntilOnKnown(account, device);
            }

            @Override
            public void giveBack() {
                limits.wasRightOnKnown(account, device);
            }
        }

        record OfStranger(SignInLimits limits, String account, String address) implements Allowance {
            @Override
            public Optional<Instant> take() {
                return limits.waitUntil(account, address);
            }

            @Override
            public void giveBack() {
                limits.wasRight(account, address);
            }
        }
    }
}
