package org.zhengtong.people.identity.internal;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.RecoveryStep;
import org.zhengtong.people.identity.RecoveryStep.What;
import org.zhengtong.people.identity.internal.RecoveryStore.Row;
import org.zhengtong.people.identity.internal.RecoveryStore.State;

/** New passwords whose waiting is over. They become good when somebody signs in to the account: nothing else asks for one. */
@Component
class DueRecoveries {
    private static final PersonId NOBODY = new PersonId(new UUID(0, 0));
    private final RecoveryStore store;
    private final PersonStore persons;
    private final CodeStore codes;
    private final PasskeyStore passkeys;
    private final KnownDevices devices;
    private final LiveSessions sessions;
    private final Outbox outbox;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DueRecoveries(
            RecoveryStore store,
            PersonStore persons,
            CodeStore codes,
            PasskeyStore passkeys,
            KnownDevices devices,
            LiveSessions sessions,
            Outbox outbox,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.persons = persons;
        this.codes = codes;
        this.passkeys = passkeys;
        this.devices = devices;
        this.sessions = sessions;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The same question for an account that does not exist.
     *
     * @return whether the password is another one now
     */
    boolean carryOut(Optional<PersonId> person) {
        Optional<Row> due = store.of(person.orElse(NOBODY), State.WAITING).stream()
                .filter(row -> !clock.instant().isBefore(row.due().orElseThrow()))
                .findFirst();
        due.ifPresent(row ->
                transaction.executeWithoutResult(_ -> carryOut(row, row.person().orElseThrow())));
        return due.isPresent();
    }

    /** What was open stays open to nobody, whoever it was. */
    private void carryOut(Row row, PersonId person) {
        if (!store.end(row.id(), State.WAITING, State.DONE)) {
            return;
        }
        persons.setPassword(person, row.password().orElseThrow());
        if (row.factors()) {
            codes.remove(person);
            passkeys.removeAll(person);
        }
        devices.forgetAllOf(person);
        sessions.closeAll(person, "system");
        outbox.publish(RecoveryStep.TOPIC, row.id(), new RecoveryStep(row.id(), What.DONE));
        audit.append(
                person.value(),
                "identity.recovered-password",
                "system",
                Map.of("way", row.way().name(), "factors", Boolean.toString(row.factors())));
    }
}
