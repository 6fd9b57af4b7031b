package org.zhengtong.services.editing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * A version of an entry on its way to publication.
 *
 * @param item as it would be published; may be incomplete while it is edited
 * @param basedOn the published version it started from, or 0 for a new entry
 * @param revision counts the changes
 * @param editors everybody who changed it: none of them may review it
 * @param publishOn the day of publication, once approved
 * @param reason what is new and why, for those who read the versions later
 */
public record EntryDraft(
        UUID id,
        ServiceItem item,
        int basedOn,
        Stage stage,
        int revision,
        Set<PersonId> editors,
        Optional<PersonId> reviewer,
        Optional<LocalDate> publishOn,
        String reason,
        Instant changedAt) {

    /** A step of a draft's life: who did what when, in the order in which it happened. */
    public record Step(Instant at, String name, Act act, String note) {}

    /** What can be done with a draft. */
    public enum Act {
        BEGIN,
        EDIT,
        SUBMIT,
        TAKE_BACK,
        APPROVE,
        SEND_BACK,
        PUBLISH,
        DISCARD
    }

    /** A draft with its history, the newest step first. */
    public record History(EntryDraft draft, List<Step> steps) {}

    public EntryDraft {
        editors = Set.copyOf(editors);
    }

    EntryDraft in(Stage next) {
        return new EntryDraft(id, item, basedOn, next, revision + 1, editors, reviewer, publishOn, reason, changedAt);
    }

    EntryDraft submitted(String why) {
        return new EntryDraft(
                id,
                item,
                basedOn,
                Stage.IN_REVIEW,
                revision + 1,
                editors,
                Optional.empty(),
                Optional.empty(),
                why,
                changedAt);
    }

    EntryDraft approved(PersonId by, LocalDate day) {
        return new EntryDraft(
                id,
                item,
                basedOn,
                Stage.APPROVED,
                revision + 1,
                editors,
                Optional.of(by),
                Optional.of(day),
                reason,
                changedAt);
    }

    EntryDraft backToEditing() {
        return new EntryDraft(
                id,
                item,
                basedOn,
                Stage.EDITING,
                revision + 1,
                editors,
                Optional.empty(),
                Optional.empty(),
                reason,
                changedAt);
    }

    /** Changed by somebody, who may not review it any more. */
    public EntryDraft edited(ServiceItem changed, PersonId by) {
        Set<PersonId> all = new HashSet<>(editors);
        all.add(by);
        return new EntryDraft(id, changed, basedOn, stage, revision + 1, all, reviewer, publishOn, reason, changedAt);
    }

    public EntryDraft at(Instant now) {
        return new EntryDraft(id, item, basedOn, stage, revision, editors, reviewer, publishOn, reason, now);
    }
}
