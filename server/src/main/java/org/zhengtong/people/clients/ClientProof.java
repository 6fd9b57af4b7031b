package org.zhengtong.people.clients;

/** How a client proves that it is itself. Its words are the message {@code clients.proof.<name>}. */
public enum ClientProof {
    /** By a secret ({@code client_secret_basic}). */
    SECRET,
    /** By signing with a key of its own ({@code private_key_jwt}). */
    KEY,
    /** Not at all, because it runs in people's hands and could keep no secret, such as a mini-program. */
    NONE
}
