package org.zhengtong.people.clients.internal;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.SessionID;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
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
import org.zhengtong.ground.calls.Post;
import org.zhengtong.ground.calls.ReceiverAddress;
import org.zhengtong.ground.outbox.Retries;
import org.zhengtong.people.clients.Client;
import org.zhengtong.people.clients.Issuer;
import org.zhengtong.people.clients.SigningKeys;

/**
 * Tells clients that sign-ins have ended (OpenID Connect Back-Channel Logout), each client on a thread of its own, so
 * that a slow one holds up nobody else. No transaction is open meanwhile. A token is signed anew for every try.
 */
final class Farewells implements AutoCloseable {
    static final Duration LONGEST_TRY = Duration.ofMinutes(1);
    private static final Duration GOOD_FOR = Duration.ofMinutes(2);
    private static final JOSEObjectType TYPE = new JOSEObjectType("logout+jwt");
    private static final Logger LOG = LoggerFactory.getLogger(Farewells.class);

    private final FarewellStore store;
    private final ClientStore clients;
    private final SigningKeys keys;
    private final Issuer issuer;
    private final Post post;
    private final Clock clock;
    private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("farewells-", 1).factory());

    Farewells(FarewellStore store, ClientStore clients, SigningKeys keys, Issuer issuer, Post post, Clock clock) {
        this.store = store;
        this.clients = clients;
        this.keys = keys;
        this.issuer = issuer;
        this.post = post;
        this.clock = clock;
    }

    /** Begins to tell every client that something is due for, and does not wait for any. */
    List<CompletableFuture<Void>> begin() {
        return store.clientsToTell(clock.instant()).stream()
                .filter(inHand::add)
                .map(client -> CompletableFuture.runAsync(() -> tell(client), threads))
                .toList();
    }

    /** Tells what is due now, and returns when it is done. */
    void runDue() {
        begin().forEach(CompletableFuture::join);
    }

    private void tell(UUID client) {
        try {
            boolean more = true;
            while (more && !threads.isShutdown()) {
                more = tellNext(client);
            }
        } catch (RuntimeException e) {
            LOG.warn("Telling the client {} was broken off; the next round goes on", client, e);
        } finally {
            inHand.remove(client);
        }
    }

    private boolean tellNext(UUID id) {
        Instant now = clock.instant();
        Optional<FarewellStore.Taken> taken = store.take(id, now, now.plus(LONGEST_TRY));
        taken.ifPresent(one -> write(one, send(one)));
        return taken.isPresent();
    }

    private Optional<Post.Answer> send(FarewellStore.Taken taken) {
        Optional<Client> client = clients.find(taken.client()).filter(one -> !one.suspended());
        return client.flatMap(Client::logout)
                .flatMap(ReceiverAddress::parse)
                .map(address -> post.send(
                        address,
                        Map.of("Content-Type", "application/x-www-form-urlencoded"),
                        "logout_token=" + token(taken)));
    }

    private void write(FarewellStore.Taken taken, Optional<Post.Answer> answer) {
        if (answer.isEmpty()) {
            store.failed(taken, Optional.empty(), Optional.empty(), Optional.empty());
            return;
        }
        Optional<Instant> again = Retries.after(taken.tries()).map(clock.instant()::plus);
        switch (answer.get()) {
            case Post.Answer.Status status when status.isGood() -> store.delivered(taken, status.code());
            case Post.Answer.Status(int code) -> store.failed(taken, Optional.of(code), Optional.empty(), again);
            case Post.Answer.Failed(var fault) -> store.failed(taken, Optional.empty(), Optional.of(fault), again);
            case Post.Answer.BrokenOff _ -> {}
        }
    }

    private String token(FarewellStore.Taken taken) {
        Instant now = clock.instant();
        LogoutTokenClaimsSet claims = new LogoutTokenClaimsSet(
                new com.nimbusds.oauth2.sdk.id.Issuer(issuer.name()),
                new Subject(taken.subject()),
                List.of(new Audience(taken.client().toString())),
                Date.from(now),
                Date.from(now.plus(GOOD_FOR)),
                new JWTID(taken.id() + "/" + taken.tries()),
                new SessionID(taken.session()));
        return keys.sign(written(claims), TYPE).serialize();
    }

    private static JWTClaimsSet written(LogoutTokenClaimsSet claims) {
        try {
            return claims.toJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalStateException("what we wrote ourselves can be read", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
