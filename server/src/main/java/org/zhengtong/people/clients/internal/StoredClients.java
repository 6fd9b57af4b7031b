package org.zhengtong.people.clients.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.crypto.SharedSecret;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.clients.ClaimScope;
import org.zhengtong.people.clients.Client;
import org.zhengtong.people.clients.ClientOrder;
import org.zhengtong.people.clients.ClientProof;
import org.zhengtong.people.clients.Clients;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;

/** The system administrator's side of the room. */
@Service
class StoredClients implements Clients {
    private final ClientStore clients;
    private final SignInStore signIns;
    private final FarewellStore farewells;
    private final OrderCheck check;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredClients(
            ClientStore clients,
            SignInStore signIns,
            FarewellStore farewells,
            OrderCheck check,
            Organisation organisation,
            AuditLog audit,
            Identifiers identifiers,
            TransactionTemplate transaction,
            Clock clock) {
        this.clients = clients;
        this.signIns = signIns;
        this.farewells = farewells;
        this.check = check;
        this.organisation = organisation;
        this.audit = audit;
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Summary> all(StaffMember by) {
        requireDuty(by);
        return clients.all().stream().map(this::summary).toList();
    }

    @Override
    public Summary client(StaffMember by, UUID id) {
        requireDuty(by);
        return clients.all().stream()
                .filter(standing -> standing.client().id().equals(id))
                .findFirst()
                .map(this::summary)
                .orElseThrow(() -> Problem.notFound("clients.unknown"));
    }

    @Override
    public List<Told> told(StaffMember by, UUID id) {
        requireDuty(by);
        return farewells.last(find(id).id(), MOST_TOLD);
    }

    @Override
    public Answer register(StaffMember by, ClientOrder order) {
        requireDuty(by);
        Optional<ClientProof> proof = Arrays.stream(ClientProof.values())
                .filter(one -> one.name().equals(order.proof()))
                .findFirst();
        Optional<Body> body = Uscc.parse(order.body()).flatMap(organisation::body);
        List<WrongField> wrong = new ArrayList<>();
        if (body.isEmpty()) {
            wrong.add(new WrongField("body", "clients.wrong.body"));
        }
        wrong.addAll(check.wrong(order, proof));
        if (body.isEmpty() || proof.isEmpty() || !wrong.isEmpty()) {
            return new Answer.Wrong(wrong);
        }
        Client client =
                client(order, identifiers.next(), body.get().uscc().value(), proof.get(), false, clock.instant());
        Optional<SharedSecret> secret =
                proof.get() == ClientProof.SECRET ? Optional.of(SharedSecret.drawn()) : Optional.empty();
        boolean added = Objects.requireNonNull(transaction.execute(_ -> {
            boolean fresh = clients.add(
                    client, secret.map(one -> Unguessable.digest(one.value())).orElse(null));
            if (fresh) {
                write(by, client, "register");
            }
            return fresh;
        }));
        return added ? new Answer.Registered(client.id(), secret) : taken();
    }

    @Override
    public Answer change(StaffMember by, UUID id, ClientOrder order) {
        requireDuty(by);
        Client before = find(id);
        List<WrongField> wrong = check.wrong(order, Optional.of(before.proof()));
        if (!wrong.isEmpty()) {
            return new Answer.Wrong(wrong);
        }
        Client after = client(order, id, before.body(), before.proof(), before.suspended(), before.created());
        boolean changed = Objects.requireNonNull(transaction.execute(_ -> {
            boolean free = clients.change(after);
            if (free) {
                write(by, after, "change");
            }
            return free;
        }));
        return changed ? new Answer.Changed() : taken();
    }

    private static Answer taken() {
        return new Answer.Wrong(List.of(new WrongField("name", "clients.wrong.taken")));
    }

    private static Client client(
            ClientOrder order, UUID id, String body, ClientProof proof, boolean suspended, Instant created) {
        return new Client(
                id,
                PlainText.tidy(order.name()),
                body,
                PlainText.tidy(order.purpose()),
                proof,
                OrderCheck.lines(order.redirects()),
                OrderCheck.lines(order.afterSignOut()),
                Optional.of(order.logout().strip()).filter(typed -> !typed.isEmpty()),
                OrderCheck.scopes(order),
                order.refresh(),
                proof == ClientProof.KEY ? Optional.of(order.keys().strip()) : Optional.empty(),
                suspended,
                created);
    }

    @Override
    public SharedSecret renewSecret(StaffMember by, UUID id) {
        SharedSecret secret = SharedSecret.drawn();
        act(by, id, "renew-secret", client -> {
            if (client.proof() != ClientProof.SECRET) {
                throw new Problem(409, "clients.no-secret");
            }
            clients.setSecret(id, Unguessable.digest(secret.value()));
        });
        return secret;
    }

    @Override
    public void suspend(StaffMember by, UUID id) {
        act(by, id, "suspend", _ -> {
            clients.setSuspended(id, true);
            signIns.endOfClient(id, Endings.SUSPENDED, clock.instant());
        });
    }

    @Override
    public void resume(StaffMember by, UUID id) {
        act(by, id, "resume", _ -> clients.setSuspended(id, false));
    }

    private void act(StaffMember by, UUID id, String what, Consumer<Client> change) {
        requireDuty(by);
        transaction.executeWithoutResult(_ -> {
            Client client = find(id);
            change.accept(client);
            write(by, client, what);
        });
    }

    private void write(StaffMember by, Client client, String what) {
        audit.append(
                client.id(),
                "clients." + what,
                by.actor(),
                Map.of(
                        "name", client.name(),
                        "body", client.body(),
                        "proof", client.proof().name(),
                        "scopes", ClaimScope.words(client.scopes()),
                        "redirects", String.join(" ", client.redirects())));
    }

    private Client find(UUID id) {
        return clients.find(id).orElseThrow(() -> Problem.notFound("clients.unknown"));
    }

    private Summary summary(ClientStore.Standing standing) {
        String body = standing.client().body();
        return new Summary(
                standing.client(),
                organisation.body(new Uscc(body)).map(Body::name).orElse(body),
                standing.people(),
                standing.lastSignIn());
    }

    private void requireDuty(StaffMember by) {
        Duty.require(organisation, by, Role.SYSTEM_ADMINISTRATOR);
    }
}
