package org.zhengtong.services.messages;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.WrongField;

/** By which channels a person wants to be told outside the house. By none, until they choose one. */
public interface Subscriptions {

    /**
     * A channel as the person has it.
     *
     * @param connected whether the city has a carrier for it
     * @param address where letters go or would go; empty for mail until one is given
     */
    record Choice(
            MessageChannel channel, boolean connected, boolean demonstration, State state, Optional<String> address) {
        /** Whether letters go. */
        public enum State {
            OFF,
            /** The address waits for the code that was sent there. */
            UNCONFIRMED,
            ON
        }
    }

    /** How a wish went. */
    sealed interface Answer {
        record Done() implements Answer {}

        record Wrong(List<WrongField> fields) implements Answer {}

        /** Too many codes were asked for. */
        record TooMany(Instant again) implements Answer {}

        /** The carrier does not work at present; nothing was changed. */
        record NotCarriedNow() implements Answer {}
    }

    List<Choice> of(PersonId person);

    /** To the telephone of the person's account. */
    void turnOnSms(PersonId person, Locale language);

    /** Sends a code to the address, so that nobody has letters sent to others. */
    Answer offerMail(PersonId person, String address, Locale language);

    Answer confirmMail(PersonId person, String code);

    /** At once: what waits is not sent any more. */
    void stop(PersonId person, MessageChannel channel);

    /** What a link in a letter stops; without signing in. */
    Optional<MessageChannel> ofLink(String token);

    /** @return false when the link is not known (any more) */
    boolean stop(String token);

    /** The code of a demonstration, which no carrier took anywhere. */
    Optional<String> demonstratedCode(PersonId person);
}
