package org.zhengtong.people.clients.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.ground.crypto.SharedSecret;
import org.zhengtong.people.clients.ClientOrder;
import org.zhengtong.people.clients.Clients;
import org.zhengtong.people.identity.FormState;

/**
 * A client at the desk.
 *
 * @param order as typed, also when it was not taken
 * @param secret just made, and never shown again
 * @param issuer what it calls us by
 */
public record ClientView(
        Clients.Summary summary,
        List<Clients.Told> told,
        ClientOrder order,
        FormState form,
        Optional<SharedSecret> secret,
        String issuer,
        String done) {
    public String path() {
        return "/desk/clients/" + summary.client().id();
    }
}
