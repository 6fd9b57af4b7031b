package org.zhengtong.services.notices.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.calls.Fault;
import org.zhengtong.ground.calls.Post;
import org.zhengtong.ground.outbox.Retries;

/**
 * Sends what is due, each receiver on a thread of its own, so that a slow one holds up nobody else. No transaction is
 * open while a receiver is talked to: a message is taken, sent, and its end written. When the program ends in between,
 * the message counts as broken off after {@link #LONGEST_TRY} and is sent again.
 */
final class Dispatch implements AutoCloseable {
    static final Duration LONGEST_TRY = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final MessageStore store;
    private final Post post;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("notices-", 1).factory());

    Dispatch(MessageStore store, Post post, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.post = post;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Begins to serve every receiver that something is due for, and does not wait for any. */
    List<CompletableFuture<Void>> begin() {
        return store.receiversToServe(clock.instant()).stream()
                .filter(inHand::add)
                .map(receiver -> CompletableFuture.runAsync(() -> serve(receiver), threads))
                .toList();
    }

    /** Sends what is due now, and returns when it is done. */
    void runDue() {
        begin().forEach(CompletableFuture::join);
    }

    private void serve(UUID receiver) {
        try {
            boolean sent = true;
            while (sent && !threads.isShutdown()) {
                sent = sendNext(receiver);
            }
        } catch (RuntimeException e) {
            LOG.warn("Messages for the receiver {} were broken off; the next round goes on", receiver, e);
        } finally {
            inHand.remove(receiver);
        }
    }

    private boolean sendNext(UUID receiver) {
        Instant begun = clock.instant();
        Optional<MessageStore.Taken> taken = store.take(receiver, begun, begun.plus(LONGEST_TRY));
        taken.ifPresent(message -> write(message, send(message, begun), begun));
        return taken.isPresent();
    }

    private Post.Answer send(MessageStore.Taken message, Instant begun) {
        long timestamp = begun.getEpochSecond();
        return post.send(
                message.address(),
                Map.of(
                        "Content-Type", "application/json",
                        "Zhengtong-Event", message.topic(),
                        "Zhengtong-Delivery", message.id().toString(),
                        "Zhengtong-Timestamp", Long.toString(timestamp),
                        "Zhengtong-Signature", message.secret().signature(timestamp + "." + message.body())),
                message.body());
    }

    private void write(MessageStore.Taken message, Post.Answer answer, Instant begun) {
        Duration took = Duration.between(begun, clock.instant());
        switch (answer) {
            case Post.Answer.Status status
            when status.isGood() ->
                transaction.executeWithoutResult(_ -> {
                    store.write(message, Optional.of(status.code()), Optional.empty(), took);
                    store.delivered(message);
                });
            case Post.Answer.Status(int code) -> failed(message, Optional.of(code), Optional.empty(), took);
            case Post.Answer.Failed(Fault fault) -> failed(message, Optional.empty(), Optional.of(fault), took);
            case Post.Answer.BrokenOff _ -> {}
        }
    }

    private void failed(MessageStore.Taken message, Optional<Integer> status, Optional<Fault> fault, Duration took) {
        transaction.executeWithoutResult(_ -> {
            store.write(message, status, fault, took);
            store.failed(message, Retries.after(message.tries()).map(clock.instant()::plus));
        });
    }

    /** What is being sent is not waited for longer than a try takes; what was not sent is sent after the next start. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
