package org.zhengtong.people.clients.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.clients.AllowedClients;
import org.zhengtong.people.clients.Authorizations;
import org.zhengtong.people.identity.SignedIn;

@Service
class OwnClients implements AllowedClients {
    private final ConsentStore consents;
    private final Authorizations authorizations;
    private final Endings endings;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    OwnClients(
            ConsentStore consents,
            Authorizations authorizations,
            Endings endings,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.consents = consents;
        this.authorizations = authorizations;
        this.endings = endings;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public List<Allowed> of(SignedIn me) {
        return consents.of(me.person()).stream()
                .map(given -> new Allowed(
                        given.client(),
                        authorizations.bodyName(given.client()),
                        given.scopes(),
                        given.since(),
                        given.used()))
                .toList();
    }

    @Override
    public void end(SignedIn me, UUID client) {
        transaction.executeWithoutResult(_ -> {
            if (!consents.remove(me.person(), client)) {
                throw Problem.notFound("clients.not-allowed");
            }
            endings.consent(me.person(), client);
            audit.append(
                    me.person().value(),
                    "clients.end-consent",
                    me.actor(),
                    Map.of(
                            "client",
                            client.toString(),
                            "name",
                            authorizations.client(client).orElseThrow().name()));
        });
    }
}
