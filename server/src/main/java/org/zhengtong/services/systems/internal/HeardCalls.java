package org.zhengtong.services.systems.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.services.systems.CallingSystem;
import org.zhengtong.services.systems.DepartmentSystem;
import org.zhengtong.services.systems.SignedCall;
import org.zhengtong.services.systems.SystemCalls;

/** Nothing of a call is believed before its signature is right; what is signed is believed once, and while it is fresh. */
@Service
class HeardCalls implements SystemCalls {
    static final Duration FRESH = Duration.ofMinutes(5);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NONCE = Pattern.compile("[0-9A-Za-z_-]{16,64}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{9,11}");

    private final SystemStore systems;
    private final CallStore calls;
    private final Organisation organisation;
    private final Clock clock;

    HeardCalls(SystemStore systems, CallStore calls, Organisation organisation, Clock clock) {
        this.systems = systems;
        this.calls = calls;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public boolean knows(String system) {
        return id(system).flatMap(systems::signing).isPresent();
    }

    @Override
    public Hearing hear(SignedCall call) {
        Optional<SystemStore.Signing> signing = id(call.system()).flatMap(systems::signing);
        if (signing.isEmpty()) {
            return new Hearing.Unsigned();
        }
        DepartmentSystem system = signing.get().system();
        boolean shaped = NONCE.matcher(call.nonce()).matches()
                && SECONDS.matcher(call.timestamp()).matches();
        if (!shaped || !signing.get().secret().hasSigned(call.text(), call.signature())) {
            systems.unsigned(system.id(), clock.instant());
            return new Hearing.Unsigned();
        }
        return believed(system, call);
    }

    private Hearing believed(DepartmentSystem system, SignedCall call) {
        Instant now = clock.instant();
        Instant made = Instant.ofEpochSecond(Long.parseLong(call.timestamp()));
        if (Duration.between(made, now).abs().compareTo(FRESH) > 0) {
            return new Hearing.Refused(system.id(), 401, "systems.stale");
        }
        if (!calls.isNew(system.id(), call.nonce(), now)) {
            return new Hearing.Refused(system.id(), 401, "systems.replayed");
        }
        if (system.blocked()) {
            return new Hearing.Refused(system.id(), 403, "systems.blocked");
        }
        Optional<Body> body = organisation.body(new Uscc(system.body()));
        return body.<Hearing>map(one -> new Hearing.Heard(new CallingSystem(system, one)))
                .orElseGet(() -> new Hearing.Refused(system.id(), 403, "systems.blocked"));
    }

    @Override
    public void remember(Answered call) {
        calls.add(call, clock.instant());
    }

    private static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
