package org.zhengtong.people.identity.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.people.identity.IdentityProof;
import org.zhengtong.people.identity.Passkey;
import org.zhengtong.people.identity.RealName;
import org.zhengtong.people.identity.Recovery;
import org.zhengtong.people.identity.SecondFactors;
import org.zhengtong.people.identity.SignInTry;

/**
 * How a person signs in.
 *
 * @param pending a new password that waits, after the old one was forgotten
 * @param proofs where the level can be raised
 * @param staff whether a second factor has to be there
 * @param done key of the sentence about what was just changed; empty when nothing was
 */
public record SecurityView(
        SecondFactors.Standing standing,
        List<Passkey> passkeys,
        List<SignInTry> history,
        Optional<Recovery.Pending> pending,
        RealName level,
        List<IdentityProof.Kind> proofs,
        boolean staff,
        String done) {
    /** The address at which this is shown. */
    public static String address(IdentityProof.Kind kind) {
        return "/my/security/proof/" + IdentityProofPages.address(kind);
    }
}
