package org.zhengtong.services.messages.internal;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.messages.Carriage;
import org.zhengtong.services.messages.MessageChannel;

/** The system administrator's side of the room. */
@Service
class StoredCarriage implements Carriage {
    /** What carriers as a whole are called in the audit log. */
    private static final UUID SUBJECT = new UUID(0, 0x6d657373);

    private final CarriageStore store;
    private final Carriers carriers;
    private final Organisation organisation;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredCarriage(
            CarriageStore store,
            Carriers carriers,
            Organisation organisation,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.carriers = carriers;
        this.organisation = organisation;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Standing> standings(StaffMember by) {
        requireDuty(by);
        return Arrays.stream(MessageChannel.values()).map(this::standing).toList();
    }

    private Standing standing(MessageChannel channel) {
        CarriageStore.Counted counted = store.count(channel);
        return new Standing(
                channel,
                carriers.of(channel).isPresent(),
                carriers.isDemonstration(channel),
                counted.subscribers(),
                counted.waiting(),
                counted.givenUp(),
                counted.lastCarried(),
                counted.lastFailure());
    }

    @Override
    public int sendAgain(StaffMember by, MessageChannel channel) {
        requireDuty(by);
        return transaction.execute(_ -> {
            int due = store.sendAgain(channel, clock.instant());
            audit.append(
                    SUBJECT,
                    "messages.send-again",
                    by.actor(),
                    Map.of("channel", channel.name(), "letters", Integer.toString(due)));
            return due;
        });
    }

    private void requireDuty(StaffMember by) {
        Duty.require(organisation, by, Role.SYSTEM_ADMINISTRATOR);
    }
}
