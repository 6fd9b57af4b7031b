package org.zhengtong.testing;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhengtong.people.clients.Client;
import org.zhengtong.people.clients.ClientOrder;
import org.zhengtong.people.clients.ClientProof;
import org.zhengtong.people.clients.Clients;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;

/** Registers clients for tests, as the system administrator does. */
public final class ClientHouse {
    private static final String BODY = "云溪市市场监督管理局";
    private static final String SITE = "https://readers.example";
    private static final Set<String> ALL = Set.of("openid", "profile", "phone", "level", "firms");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Clients clients;
    private final StaffMember administrator;

    public ClientHouse(Clients clients, Identity identity, Organisation organisation) {
        this.clients = clients;
        this.administrator = organisation
                .staff(new People(identity)
                        .staff(organisation, BODY, Role.SYSTEM_ADMINISTRATOR)
                        .id())
                .orElseThrow();
    }

    /** @param secret empty for a client that has none */
    public record Registered(UUID id, String secret) {}

    public Registered register(String site, ClientProof proof, String keys) {
        return register(order(site, proof, keys, site + "/logout", ALL));
    }

    /** One that may ask for no more than this. */
    public Registered registerFor(String... scopes) {
        return register(order(SITE, ClientProof.SECRET, "", "", Set.of(scopes)));
    }

    /** One that is told of ends at this address. */
    public Registered registerToldAt(String logout) {
        return register(order(SITE, ClientProof.SECRET, "", logout, ALL));
    }

    private Registered register(ClientOrder order) {
        return switch (clients.register(administrator, order)) {
            case Clients.Answer.Registered(UUID id, var secret) ->
                new Registered(id, secret.map(one -> one.value()).orElse(""));
            case Clients.Answer.Wrong(var fields) -> throw new IllegalStateException(fields.toString());
            case Clients.Answer.Changed() -> throw new IllegalStateException();
        };
    }

    private ClientOrder order(String site, ClientProof proof, String keys, String logout, Set<String> scopes) {
        return new ClientOrder(
                "读者系统 " + COUNT.incrementAndGet(),
                administrator.body().uscc().value(),
                "办理借书证，按实名借书",
                proof.name(),
                site + "/back",
                site + "/bye",
                logout,
                scopes,
                true,
                keys);
    }

    public Client client(UUID id) {
        return clients.client(administrator, id).client();
    }

    public void suspend(UUID id) {
        clients.suspend(administrator, id);
    }

    public void resume(UUID id) {
        clients.resume(administrator, id);
    }

    public StaffMember administrator() {
        return administrator;
    }

    public Optional<Clients.Told> lastTold(UUID id) {
        return clients.told(administrator, id).stream().findFirst();
    }
}
