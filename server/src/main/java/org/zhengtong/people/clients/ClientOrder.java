package org.zhengtong.people.clients;

import java.util.Set;

/**
 * A client as the administrator typed it.
 *
 * @param redirects one address a line
 * @param afterSignOut one address a line; may be empty
 * @param logout may be empty
 * @param scopes words of {@link ClaimScope}
 * @param keys a JWK set; may be empty
 */
public record ClientOrder(
        String name,
        String body,
        String purpose,
        String proof,
        String redirects,
        String afterSignOut,
        String logout,
        Set<String> scopes,
        boolean refresh,
        String keys) {
    public static final ClientOrder BLANK = new ClientOrder(
            "", "", "", ClientProof.SECRET.name(), "", "", "", Set.of(ClaimScope.OPENID.word()), true, "");

    public static ClientOrder of(Client client) {
        return new ClientOrder(
                client.name(),
                client.body(),
                client.purpose(),
                client.proof().name(),
                String.join("\n", client.redirects()),
                String.join("\n", client.afterSignOut()),
                client.logout().orElse(""),
                client.scopes().stream().map(ClaimScope::word).collect(java.util.stream.Collectors.toSet()),
                client.refresh(),
                client.keys().orElse(""));
    }
}
