package org.zhengtong.people.clients.web;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.Prompt;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.people.clients.Authorizations;
import org.zhengtong.people.clients.Client;

/** A request to sign somebody in, after a look at it. */
sealed interface Asked {
    Client client();

    /**
     * @param parameters as they came
     * @param state goes back with the answer; null when the client sent none
     * @param maxAge how many seconds ago at most the person proved who they are; negative when it is all the same
     */
    record Rightly(
            Authorizations.Order order,
            Map<String, List<String>> parameters,
            @Nullable State state,
            Prompt prompt,
            int maxAge)
            implements Asked {
        @Override
        public Client client() {
            return order.client();
        }
    }

    /** @param answer where the person is sent back to with what is wrong */
    record Wrongly(Client client, URI answer) implements Asked {}
}
