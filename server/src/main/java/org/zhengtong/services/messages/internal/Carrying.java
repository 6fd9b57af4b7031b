package org.zhengtong.services.messages.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengtong.ground.outbox.Retries;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.services.messages.Carrier;
import org.zhengtong.services.messages.Letter;
import org.zhengtong.services.messages.MessageChannel;
import org.zhengtong.services.messages.NotCarried;
import org.zhengtong.services.messages.NotCarried.Fault;
import org.zhengtong.services.messages.Subscriptions.Choice;

/**
 * Hands letters to their carriers, each channel on a thread of its own, with no transaction open while a carrier is talked
 * to. A letter that was in hand when the program ended is carried after {@link #LONGEST_TRY}: it may come twice, and is
 * never lost.
 */
final class Carrying implements AutoCloseable {
    static final Duration LONGEST_TRY = Duration.ofMinutes(2);
    private static final Logger LOG = LoggerFactory.getLogger(Carrying.class);

    private final CarriageStore store;
    private final SubscriptionStore subscriptions;
    private final Carriers carriers;
    private final LetterWriting writing;
    private final Identity identity;
    private final Clock clock;
    private final Set<MessageChannel> inHand = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("messages-", 1).factory());

    Carrying(
            CarriageStore store,
            SubscriptionStore subscriptions,
            Carriers carriers,
            LetterWriting writing,
            Identity identity,
            Clock clock) {
        this.store = store;
        this.subscriptions = subscriptions;
        this.carriers = carriers;
        this.writing = writing;
        this.identity = identity;
        this.clock = clock;
    }

    /** Begins to carry what is due, and does not wait for any carrier. */
    List<CompletableFuture<Void>> begin() {
        return carriers.connected().stream()
                .filter(inHand::add)
                .map(channel -> CompletableFuture.runAsync(() -> carry(channel), threads))
                .toList();
    }

    /** Carries what is due now, and returns when it is done. */
    void runDue() {
        begin().forEach(CompletableFuture::join);
    }

    private void carry(MessageChannel channel) {
        try {
            Carrier carrier = carriers.of(channel).orElseThrow();
            boolean works = true;
            while (works && !threads.isShutdown()) {
                Instant now = clock.instant();
                Optional<CarriageStore.Taken> taken = store.take(channel, now, now.plus(LONGEST_TRY));
                works = taken.isPresent() && carry(carrier, taken.get());
            }
        } catch (RuntimeException e) {
            LOG.warn("Letters by {} were broken off; the next round goes on", channel, e);
        } finally {
            inHand.remove(channel);
        }
    }

    /** @return false when the carrier itself does not work: the other letters would fare no better now */
    private boolean carry(Carrier carrier, CarriageStore.Taken taken) {
        Optional<Letter> letter = letter(taken);
        if (letter.isEmpty()) {
            store.stopped(taken, clock.instant());
            return true;
        }
        try {
            carrier.carry(letter.get());
            store.carried(taken, clock.instant());
            return true;
        } catch (NotCarried e) {
            Instant now = clock.instant();
            store.failed(taken, e.fault(), again(e.fault(), taken.tries()).map(now::plus), now);
            LOG.warn("A letter by {} was not carried: {}", taken.channel(), e.fault(), e);
            return e.fault() == Fault.REFUSED;
        }
    }

    /** Nothing when the person has stopped the channel since. */
    private Optional<Letter> letter(CarriageStore.Taken taken) {
        return subscriptions
                .find(taken.person(), taken.channel())
                .filter(one -> one.state() == Choice.State.ON)
                .map(one -> writing.letter(
                        taken.message(), taken.channel(), to(one), one.language(), Optional.of(one.token())));
    }

    private String to(SubscriptionStore.Subscription chosen) {
        return switch (chosen.channel()) {
            case MAIL -> chosen.address().orElseThrow();
            case SMS -> identity.person(chosen.person()).phone();
        };
    }

    private static Optional<Duration> again(Fault fault, int tries) {
        return fault == Fault.REFUSED ? Optional.empty() : Retries.after(tries);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
