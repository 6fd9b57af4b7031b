package org.zhengtong.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhengtong.people.clients.Client;
import org.zhengtong.people.clients.ClientOrder;
import org.zhengtong.people.clients.ClientProof;
import org.zhengtong.people.clients.Clients;
import org.zhengtong.people.clients.Issuer;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;

/** An invented system of a department that people sign in to through the house, as a mini-program would. */
@Component
@Profile("demo")
@Order(YunxiCity.FOUNDED + 900)
public class LibraryReaders implements ApplicationRunner {
    public static final String BACK = "/demo/library/back";
    private static final String NAME = "云溪市图书馆读者系统（虚构）";
    private static final String BODY = "云溪市文化和旅游局";

    private final Clients clients;
    private final Identity identity;
    private final Organisation organisation;
    private final Issuer issuer;

    LibraryReaders(Clients clients, Identity identity, Organisation organisation, Issuer issuer) {
        this.clients = clients;
        this.identity = identity;
        this.organisation = organisation;
        this.issuer = issuer;
    }

    /** The demo may be at another address than at its last start. */
    @Override
    public void run(ApplicationArguments arguments) {
        administrator().ifPresent(administrator -> {
            Body body = organisation.bodyNamed(BODY).orElseThrow();
            find(administrator)
                    .ifPresentOrElse(
                            client -> move(administrator, client, order(body)),
                            () -> clients.register(administrator, order(body)));
        });
    }

    private void move(StaffMember administrator, Client client, ClientOrder order) {
        if (!client.redirects().equals(List.of(order.redirects()))) {
            clients.change(administrator, client.id(), order);
        }
    }

    public Optional<Client> client() {
        return administrator().flatMap(this::find);
    }

    private Optional<Client> find(StaffMember administrator) {
        return clients.all(administrator).stream()
                .map(Clients.Summary::client)
                .filter(client -> client.name().equals(NAME))
                .findFirst();
    }

    private Optional<StaffMember> administrator() {
        return identity.findAccount("yunxi-system").flatMap(organisation::staff);
    }

    private ClientOrder order(Body body) {
        return new ClientOrder(
                NAME,
                body.uscc().value(),
                "办理借书证，按实名借书，还书到期时打电话提醒您",
                ClientProof.NONE.name(),
                issuer.at(BACK).toString(),
                issuer.at("/demo/library").toString(),
                "",
                Set.of("openid", "profile", "phone", "level"),
                false,
                "");
    }
}
