package org.zhengtong.services.licences.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.services.licences.HoldingImports.Fault;
import org.zhengtong.services.licences.HoldingImports.RowState;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceOrder;
import org.zhengtong.services.licences.LicenceType;

/**
 * Issues the lines of imports that were begun, each in a transaction of its own, and looks every hour whether the holders
 * of those kept aside have registered. A line names its licence for ever, so what was issued once is found and not issued
 * again.
 */
@Component
class HoldingRound {
    private static final Duration BETWEEN_TRIES = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final int MOST = 2_000;

    private final HoldingStore store;
    private final HoldingCheck check;
    private final LicenceTypes types;
    private final IssuedLicences licences;
    private final Identity identity;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HoldingRound(
            HoldingStore store,
            HoldingCheck check,
            LicenceTypes types,
            IssuedLicences licences,
            Identity identity,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.check = check;
        this.types = types;
        this.licences = licences;
        this.identity = identity;
        this.transaction = transaction;
        this.clock = clock;
    }

    void pass() {
        Instant end = clock.instant().plus(LONGEST);
        Instant last = clock.instant().minus(BETWEEN_TRIES);
        run(store::takeReady, end);
        run(() -> store.takeWaiting(last), end);
        store.finish();
    }

    private void run(Supplier<Optional<HoldingStore.Taken>> next, Instant end) {
        boolean more = true;
        for (int i = 0; more && i < MOST && !clock.instant().isAfter(end); i++) {
            more = Objects.requireNonNull(transaction.execute(_ -> one(next)));
        }
    }

    private boolean one(Supplier<Optional<HoldingStore.Taken>> next) {
        Optional<HoldingStore.Taken> taken = next.get();
        taken.ifPresent(this::settle);
        return taken.isPresent();
    }

    private void settle(HoldingStore.Taken taken) {
        LicenceType type = types.of(taken.type());
        Optional<Party> holder = check.holder(taken.holding(), type);
        if (holder.isEmpty()) {
            store.settle(taken, RowState.WAITING, Optional.empty(), List.of(), clock.instant());
        } else if (!identity.nameOf(holder.get()).equals(taken.holding().holderName())) {
            Fault fault = new Fault(taken.line(), HoldingCheck.HOLDER, "name-differs");
            store.settle(taken, RowState.FAULTY, Optional.empty(), List.of(fault), clock.instant());
        } else {
            issue(taken, holder.get());
        }
    }

    private void issue(HoldingStore.Taken taken, Party holder) {
        store.lock(grant(taken.body(), taken.type(), taken.holding().number()));
        Optional<Licence> present = present(taken.type(), taken.holding(), holder, taken.body());
        RowState state = present.isPresent() ? RowState.PRESENT : RowState.ISSUED;
        Licence licence = present.orElseGet(
                () -> licences.takeOver(order(taken, holder), taken.holding().number()));
        store.settle(taken, state, Optional.of(licence.id()), List.of(), clock.instant());
    }

    /** The same licence, whichever way it came into the house. */
    Optional<Licence> present(String type, HoldingCheck.Holding holding, Party holder, String body) {
        return licences.grantedBy(grant(body, type, holding.number()))
                .or(() -> licences.heldBy(holder).stream()
                        .filter(one -> one.type().equals(type)
                                && one.issuerUscc().equals(body)
                                && one.number().equals(holding.number()))
                        .findFirst());
    }

    private static LicenceOrder order(HoldingStore.Taken taken, Party holder) {
        HoldingCheck.Holding holding = taken.holding();
        return new LicenceOrder(
                taken.type(),
                holder,
                holding.holderName(),
                taken.body(),
                taken.bodyName(),
                holding.issuedOn(),
                holding.validUntil(),
                holding.attributes(),
                grant(taken.body(), taken.type(), holding.number()));
    }

    /** In the place of the case that would have granted it. */
    private static UUID grant(String body, String type, String number) {
        return UUID.nameUUIDFromBytes(
                ("holding\n" + body + "\n" + type + "\n" + number).getBytes(StandardCharsets.UTF_8));
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> licencesHoldings(HoldingRound round) {
            return Tasks.recurring("licences.holdings", FixedDelay.of(Duration.ofSeconds(10)))
                    .execute((_, _) -> round.pass());
        }
    }
}
