package org.zhengtong.services.notices;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.zhengtong.ground.crypto.SharedSecret;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.StaffMember;

/**
 * What the system administrator does for departments' systems that are told of their cases. Every method refuses
 * everybody else with a {@link org.zhengtong.ground.web.Problem} 403, and knows no receiver that is not there with 404.
 */
public interface Notices {
    int HISTORY = 30;

    /** How adding a receiver went. */
    sealed interface Answer {
        record Added(UUID receiver, SharedSecret secret) implements Answer {}

        record Wrong(List<WrongField> fields) implements Answer {}
    }

    List<ReceiverSummary> receivers(StaffMember by);

    ReceiverSummary receiver(StaffMember by, UUID id);

    /**
     * At most {@link #HISTORY} messages, the newest first.
     *
     * @param before only those placed before this one
     */
    List<Message> history(StaffMember by, UUID receiver, OptionalLong before);

    /**
     * @param body USCC, as typed
     * @param topics names of {@link Topic}s
     */
    Answer add(StaffMember by, String body, String address, Set<String> topics);

    /** @return what is wrong; nothing was changed unless this is empty */
    List<WrongField> choose(StaffMember by, UUID receiver, Set<String> topics);

    void pause(StaffMember by, UUID receiver);

    /** What waited meanwhile is sent. */
    void resume(StaffMember by, UUID receiver);

    /** From now on messages are signed with the new secret, also those tried before. */
    SharedSecret renewSecret(StaffMember by, UUID receiver);

    /** Sends a message that is about nothing. */
    void tryOut(StaffMember by, UUID receiver);

    /** Sends a message now: one that waits, that was given up, or that was delivered and lost over there. */
    void sendAgain(StaffMember by, UUID receiver, UUID message);

    /** With its history and everything that waits for it. */
    void remove(StaffMember by, UUID receiver);
}
