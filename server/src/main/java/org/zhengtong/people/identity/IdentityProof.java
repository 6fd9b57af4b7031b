package org.zhengtong.people.identity;

import java.net.URI;
import java.util.Map;

/**
 * Lets people show themselves at somebody else's service, to raise their real-name level. A bean of this type connects one;
 * a page offers what is connected and nothing else. What is shown is voluntary, and nothing of it is kept but the level.
 */
public interface IdentityProof {

    /** What is shown. Its words are the messages {@code identity.proof.<name>}. */
    enum Kind {
        /** 国家网络身份认证: network number and network certificate. */
        NETWORK_IDENTITY,
        /** The face before a camera is compared with the picture of the identity card. */
        FACE
    }

    /** Whom the service is asked about. */
    record Whom(String name, IdentityNumber number) {
        @Override
        public String toString() {
            return "Whom";
        }
    }

    Kind kind();

    /** Whether it only pretends; its page says so. */
    boolean isDemonstration();

    /**
     * Where the person goes to show themselves.
     *
     * @param state comes back with them, so that the answer belongs to the question
     * @param back where they come back to
     */
    URI begin(Whom whom, String state, URI back);

    /**
     * @param answer what came back, as parameters of the address
     * @return whether the service says it was this person; its word is checked here, never taken from the address alone
     */
    boolean isProven(Whom whom, Map<String, String> answer);
}
