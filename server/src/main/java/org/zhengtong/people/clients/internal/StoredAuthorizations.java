package org.zhengtong.people.clients.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.people.clients.Authorizations;
import org.zhengtong.people.clients.ClaimScope;
import org.zhengtong.people.clients.Client;
import org.zhengtong.people.clients.Tokens;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;

@Service
class StoredAuthorizations implements Authorizations {
    private final ClientStore clients;
    private final ConsentStore consents;
    private final SignInStore signIns;
    private final PairwiseNames names;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredAuthorizations(
            ClientStore clients,
            ConsentStore consents,
            SignInStore signIns,
            PairwiseNames names,
            Organisation organisation,
            AuditLog audit,
            Identifiers identifiers,
            TransactionTemplate transaction,
            Clock clock) {
        this.clients = clients;
        this.consents = consents;
        this.signIns = signIns;
        this.names = names;
        this.organisation = organisation;
        this.audit = audit;
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<Client> client(UUID id) {
        return clients.find(id);
    }

    @Override
    public String bodyName(Client client) {
        return organisation.body(new Uscc(client.body())).map(Body::name).orElse(client.body());
    }

    @Override
    public Optional<Consent> consent(PersonId person, Client client) {
        return consents.find(person, client.id());
    }

    @Override
    public void agree(SignedIn me, Client client, Set<ClaimScope> scopes) {
        transaction.executeWithoutResult(_ -> {
            consents.add(me.person(), client.id(), scopes, clock.instant());
            write(me, "consent", client, scopes);
        });
    }

    @Override
    public void refuse(SignedIn me, Client client, Set<ClaimScope> scopes) {
        transaction.executeWithoutResult(_ -> write(me, "refuse", client, scopes));
    }

    @Override
    public String authorize(SignedIn me, Order order) {
        String code = Unguessable.drawn();
        Instant now = clock.instant();
        SignInStore.SignIn signIn = new SignInStore.SignIn(
                identifiers.next(),
                order.client().id(),
                me.person(),
                me.session(),
                order.scopes(),
                order.redirect(),
                order.challenge(),
                order.nonce(),
                me.proof(),
                now.plus(Tokens.CODE),
                false,
                false);
        transaction.executeWithoutResult(_ -> signIns.add(signIn, Unguessable.digest(code), now));
        return code;
    }

    @Override
    public String subject(Client client, PersonId person) {
        return names.subject(client, person);
    }

    private void write(SignedIn me, String what, Client client, Set<ClaimScope> scopes) {
        audit.append(
                me.person().value(),
                "clients." + what,
                me.actor(),
                Map.of("client", client.id().toString(), "name", client.name(), "scopes", ClaimScope.words(scopes)));
    }
}
