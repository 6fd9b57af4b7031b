package org.zhengtong.people.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Acting for others: giving mandates, taking them on, ending them. */
public interface Mandates {
    /** All this person was ever offered or given, the newest first. */
    List<Mandate> heldBy(PersonId agent);

    /** All that were ever given to act for this party, the newest first. */
    List<Mandate> of(Party principal);

    /** Those given for oneself, and for the firms whose agents one appoints. */
    List<Mandate> givenBy(PersonId person);

    /**
     * Whether the person appoints and ends the agents of a firm: its legal representative, or, as long as none has shown
     * themselves, those who are agents by the register's word.
     */
    boolean manages(PersonId person, FirmId firm);

    /** @throws org.zhengtong.ground.web.Problem 404 for whom it is none of their business */
    Mandate open(SignedIn me, UUID id);

    /** What was signed, and whether digest and signature still fit. */
    Optional<SignedMandate> signed(SignedIn me, UUID id);

    /** What a clerk saw who ended it early. */
    Optional<String> noteOfEnd(SignedIn me, UUID id);

    /** How an order went. */
    sealed interface Answer {
        record Done(UUID mandate) implements Answer {}

        /** Right so far: this is what is to be signed. */
        record ToSign(String wording) implements Answer {}

        record Wrong(List<WrongField> fields) implements Answer {}
    }

    /** What would be signed. */
    Answer draw(SignedIn me, MandateOrder order);

    /**
     * Signs it for oneself, or for a firm one appoints for; the agent then has to say yes. Takes a session whose person
     * proved who they are within {@link Proof#FRESH_FOR}, else 403 {@code confirm-first}.
     */
    Answer sign(SignedIn me, MandateOrder order);

    /** The agent says yes. */
    void accept(SignedIn me, UUID id);

    /** The agent says no, or lays it down; 409 for the last who appoints for a firm. */
    void layDown(SignedIn me, UUID id);

    /** The principal takes it back at once, or takes back what they asked for; 409 for the last who appoints for a firm. */
    void end(SignedIn me, UUID id);

    /** A parent asks to act for a minor; a clerk decides. */
    Answer askForWard(SignedIn me, Ward ward);

    /** A minor as their parent names them. */
    record Ward(String name, String number, String note) {
        public static final Ward EMPTY = new Ward("", "", "");

        /** Nothing of it: a number stands in it. */
        @Override
        public String toString() {
            return "Ward";
        }
    }

    /** Whether this person is the last who appoints for a firm, so that their account cannot be closed. */
    boolean isLastOfSomeFirm(PersonId person);

    /** With an account end the mandates given by its person and to them. In the running transaction. */
    boolean endAllOf(PersonId person);

    LocalDate today();

    /** For how long persons entrust others at most. */
    int longestDays();
}
