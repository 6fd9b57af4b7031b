package org.zhengtong.people.clients.internal;

import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.BlindIndex;
import org.zhengtong.people.clients.Client;
import org.zhengtong.people.identity.PersonId;

/** What a client knows people and their sessions by: computed under a key of the house, for each client another. */
@Component
class PairwiseNames {
    private final BlindIndex index;

    PairwiseNames(BlindIndex index) {
        this.index = index;
    }

    String subject(Client client, PersonId person) {
        return name(client, person.value(), "clients.subject");
    }

    String session(Client client, UUID session) {
        return name(client, session, "clients.session");
    }

    private String name(Client client, UUID what, String kind) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(index.of(client.id() + "/" + what, kind));
    }
}
