package org.zhengtong.services.licences;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.WrongField;

/** Copies for use, made by the holder of a licence or whoever acts for the firm that holds it. */
public interface LicenceCopies {
    int MOST = 50;

    /** As typed. */
    record Wish(String purpose, String recipient, String until) {
        public static final Wish NOTHING = new Wish("", "", "");

        @Override
        public String toString() {
            return "Wish";
        }
    }

    /** How making one went. */
    sealed interface Answer {
        record Made(LicenceCopy copy) implements Answer {}

        record Wrong(List<WrongField> fields) implements Answer {}
    }

    /** What anybody may know who holds a copy. */
    record Verified(LicenceCopy copy, String identifier, Verification.Shown licence) {}

    /** @throws org.zhengtong.ground.web.Problem 404 for licences of others, 409 when the licence is not valid */
    Answer make(SignedIn me, UUID licence, Wish wish);

    /** All copies of a licence, newest first. */
    List<LicenceCopy> of(SignedIn me, UUID licence);

    /** @throws org.zhengtong.ground.web.Problem 404 when it is not the person's */
    LicenceCopy open(SignedIn me, UUID licence, UUID copy);

    /** From now on whoever verifies it is told so. Again changes nothing. */
    void revoke(SignedIn me, UUID licence, UUID copy);

    LicencePrint print(SignedIn me, UUID licence, UUID copy);

    /**
     * @param code that came with the number in the QR code
     * @return empty when no copy has this number, or the code is not that of the copy
     */
    Optional<Verified> verify(String number, Optional<String> code);
}
