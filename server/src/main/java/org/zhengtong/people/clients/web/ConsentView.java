package org.zhengtong.people.clients.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.people.clients.Authorizations;
import org.zhengtong.people.clients.ClaimScope;
import org.zhengtong.people.clients.Client;

/**
 * @param bodyName the body that runs the client
 * @param told what it will be told, with the person's own as it stands now
 * @param before what the person allows it already
 * @param request goes back with the answer
 */
public record ConsentView(
        Client client, String bodyName, List<Telling> told, Optional<Authorizations.Consent> before, String request) {
    /**
     * @param value as the client will read it; empty for what has no words
     * @param already whether the person allows it since before
     */
    public record Telling(ClaimScope scope, List<String> value, boolean already) {}
}
