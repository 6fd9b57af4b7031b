package org.zhengtong.people.identity;

import java.util.List;
import java.util.UUID;

/**
 * Passkeys (WebAuthn level 2). Each is discoverable and opened by its person's face, finger or number, so that it is two
 * factors in one act. What browsers are asked and answer is the JSON of WebAuthn level 3.
 */
public interface Passkeys {
    int LONGEST_NAME = 40;
    int MOST = 10;

    /** How an answer of an authenticator fared. */
    enum Registered {
        DONE,
        /** Not the answer to what was asked, or asked too long ago. */
        REFUSED,
        /** The person has as many as they may. */
        TOO_MANY
    }

    List<Passkey> of(PersonId person);

    /** @return {@code PublicKeyCredentialCreationOptionsJSON} */
    String offer(SignedIn me, Site site);

    /** @param answer {@code RegistrationResponseJSON} */
    Registered register(SignedIn me, Site site, String name, String answer);

    void rename(SignedIn me, UUID passkey, String name);

    /** @throws org.zhengtong.ground.web.Problem 409 when a member of staff would be left without a second factor */
    void remove(SignedIn me, UUID passkey);

    /** @return {@code PublicKeyCredentialRequestOptionsJSON} for whoever comes */
    String ask(Site site);

    /** @param answer {@code AuthenticationResponseJSON} */
    SignInAnswer signIn(Site site, String answer, SignInPlace place);

    /** What the person is asked to prove once more who they are. */
    String askAgain(SignedIn me, Site site);

    boolean confirm(SignedIn me, Site site, String answer);

    /**
     * As browsers know this program.
     *
     * @param origin such as {@code https://zwfw.example.gov.cn}
     * @param domain its host, to which passkeys are bound
     */
    record Site(String origin, String domain) {}
}
