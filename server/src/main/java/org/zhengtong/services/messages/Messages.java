package org.zhengtong.services.messages;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.zhengtong.people.identity.PersonId;

/** The messages in the house: those of the person's own cases, and of the cases of firms they act for at present. */
public interface Messages {
    int PAGE = 20;

    int unread(PersonId reader);

    /**
     * At most {@link #PAGE}, the newest first.
     *
     * @param before only those older than the one of this place
     */
    List<CaseMessage> of(PersonId reader, OptionalLong before);

    /** The same without those to other persons they act for: what is kept of this one. */
    List<CaseMessage> keptOf(PersonId person, OptionalLong before);

    /**
     * Opens one; from then on it is read.
     *
     * @throws org.zhengtong.ground.web.Problem 404 when it is nobody's the reader acts for
     */
    CaseMessage open(PersonId reader, UUID message);

    void markAllRead(PersonId reader);

    /** The letter a message is told with outside the house, as the reader would get it. */
    Letter letter(PersonId reader, CaseMessage message, MessageChannel channel);
}
