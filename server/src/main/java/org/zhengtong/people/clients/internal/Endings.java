package org.zhengtong.people.clients.internal;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.people.clients.Client;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Sessions;

/**
 * Ends sign-ins at clients. In the transaction that ends one stands what the client is to be told, so that no end is
 * forgotten.
 */
@Component
class Endings {
    static final String SESSION = "session";
    static final String CONSENT = "consent";
    static final String ACCOUNT = "account";
    static final String CLIENT = "client";
    static final String SUSPENDED = "suspended";
    static final String REPLAYED = "replayed";

    private final SignInStore signIns;
    private final ClientStore clients;
    private final FarewellStore farewells;
    private final PairwiseNames names;
    private final Sessions sessions;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Endings(
            SignInStore signIns,
            ClientStore clients,
            FarewellStore farewells,
            PairwiseNames names,
            Sessions sessions,
            Identifiers identifiers,
            TransactionTemplate transaction,
            Clock clock) {
        this.signIns = signIns;
        this.clients = clients;
        this.farewells = farewells;
        this.names = names;
        this.sessions = sessions;
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Ends what rests on sessions of the person that are no longer open, for whatever reason. */
    void lookAt(PersonId person) {
        endClosed(signIns.openSessions(person));
    }

    /** The same for everybody: nobody says so when a session is over by itself. */
    void lookAtAll() {
        endClosed(signIns.openSessions());
    }

    private void endClosed(Set<UUID> resting) {
        Set<UUID> closed = new HashSet<>(resting);
        closed.removeAll(sessions.open(resting));
        if (!closed.isEmpty()) {
            transaction.executeWithoutResult(
                    _ -> tell(signIns.endOfSessions(closed, SESSION, clock.instant()), SESSION));
        }
    }

    void consent(PersonId person, UUID client) {
        transaction.executeWithoutResult(
                _ -> tell(signIns.endOfConsent(person, client, CONSENT, clock.instant()), CONSENT));
    }

    void account(PersonId person) {
        transaction.executeWithoutResult(_ -> tell(signIns.endOfPerson(person, ACCOUNT, clock.instant()), ACCOUNT));
    }

    /** Once for each client and session, however often somebody came back there. */
    private void tell(List<SignInStore.SignIn> ended, String why) {
        ended.stream()
                .filter(SignInStore.SignIn::codeUsed)
                .map(one -> new Gone(one.client(), one.person(), one.session()))
                .collect(Collectors.toSet())
                .forEach(gone -> tell(gone, why));
    }

    private record Gone(UUID client, PersonId person, UUID session) {}

    private void tell(Gone gone, String why) {
        Optional<Client> client =
                clients.find(gone.client()).filter(one -> one.logout().isPresent() && !one.suspended());
        client.ifPresent(one -> farewells.add(
                identifiers.next(),
                one.id(),
                names.subject(one, gone.person()),
                names.session(one, gone.session()),
                why,
                clock.instant()));
    }
}
