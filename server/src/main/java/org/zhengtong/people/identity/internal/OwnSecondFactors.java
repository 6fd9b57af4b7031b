package org.zhengtong.people.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.Tries;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SecondFactors;
import org.zhengtong.people.identity.SignedIn;

@Service
class OwnSecondFactors implements SecondFactors {
    private final CodeStore codes;
    private final LastFactor last;
    private final LiveSessions sessions;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final RandomGenerator random;
    private final Clock clock;
    private final Tries tries;

    OwnSecondFactors(
            CodeStore codes,
            LastFactor last,
            LiveSessions sessions,
            AuditLog audit,
            TransactionTemplate transaction,
            RandomGenerator random,
            Clock clock) {
        this.codes = codes;
        this.last = last;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
        this.random = random;
        this.clock = clock;
        this.tries = Tries.oneByOne(clock, 10, Duration.ofSeconds(30));
    }

    @Override
    public Standing of(PersonId person) {
        return last.standing(person);
    }

    @Override
    public String offer(SignedIn me) {
        sessions.requireFresh(me);
        byte[] secret = new byte[TimeCodes.SECRET_BYTES];
        random.nextBytes(secret);
        codes.offer(me.person(), secret);
        return TimeCodes.base32(secret);
    }

    @Override
    public Optional<String> offered(SignedIn me) {
        return me.proof().isFreshAt(clock.instant())
                ? codes.offered(me.person()).map(TimeCodes::base32)
                : Optional.empty();
    }

    @Override
    public Optional<List<String>> confirm(SignedIn me, String code) {
        sessions.requireFresh(me);
        if (tries.take(me.session().toString()).isPresent()) {
            throw new Problem(429, "too-many-passwords");
        }
        OptionalLong step = codes.offered(me.person())
                .map(secret -> TimeCodes.stepOf(secret, RecoveryCodes.plain(code), clock.instant()))
                .orElse(OptionalLong.empty());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        List<String> recovery = RecoveryCodes.fresh(random);
        transaction.executeWithoutResult(_ -> {
            codes.confirm(me.person(), step.getAsLong(), clock.instant());
            codes.replaceRecoveryCodes(me.person(), recovery);
            write(me, "identity.add-codes");
            sessions.confirmed(me, true);
        });
        return Optional.of(recovery);
    }

    @Override
    public List<String> renewRecoveryCodes(SignedIn me) {
        sessions.requireFresh(me);
        if (codes.confirmed(me.person()).isEmpty()) {
            throw new Problem(409, "no-codes");
        }
        List<String> recovery = RecoveryCodes.fresh(random);
        transaction.executeWithoutResult(_ -> {
            codes.replaceRecoveryCodes(me.person(), recovery);
            write(me, "identity.renew-recovery-codes");
        });
        return recovery;
    }

    @Override
    public void removeCodes(SignedIn me) {
        sessions.requireFresh(me);
        transaction.executeWithoutResult(_ -> {
            if (codes.remove(me.person())) {
                last.requireOneLeft(me.person());
                write(me, "identity.remove-codes");
            }
        });
    }

    private void write(SignedIn me, String action) {
        audit.append(
                me.person().value(),
                action,
                me.actor(),
                Map.of("session", me.session().toString()));
    }
}
