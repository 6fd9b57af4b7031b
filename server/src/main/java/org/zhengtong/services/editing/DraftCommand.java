package org.zhengtong.services.editing;

import java.time.LocalDate;
import java.util.List;
import org.zhengtong.people.identity.PersonId;

/** What moves a draft on. */
public sealed interface DraftCommand {
    /** Hands it to review; {@code findings} of the gate must be none. */
    record Submit(List<?> findings, String reason) implements DraftCommand {}

    /** Takes it out of review, to go on writing. */
    record TakeBack() implements DraftCommand {}

    record Approve(PersonId by, LocalDate publishOn) implements DraftCommand {}

    record SendBack(PersonId by, String reason) implements DraftCommand {}

    /** On its day. */
    record Publish() implements DraftCommand {}

    record Discard() implements DraftCommand {}
}
