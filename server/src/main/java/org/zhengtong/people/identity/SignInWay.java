package org.zhengtong.people.identity;

/** By what a session began. Its words are the message {@code identity.way.<name>}. */
public enum SignInWay {
    PASSWORD,
    /** WebAuthn, with the face, finger or number that opens the device: two factors in one act. */
    PASSKEY,
    /** Confirmed on a telephone that was signed in already. */
    QR,
    /** Identity number, and a code sent to the telephone of the account. */
    TELEPHONE,
    /** A persona of the demo city, chosen on the machine the demonstration runs on. */
    DEMONSTRATION
}
