package org.zhengtong.services.editing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * A version of an entry on its way to publication.
 *
 * @param item as it would be published; may be incomplete while it is edited
 */
public record EntryDraft(UUID id, ServiceItem item, int basedOn, Course course, Instant changedAt)
        implements Draft<EntryDraft> {

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

    @Override
    public String code() {
        return item.code().value();
    }

    @Override
    public String bodyUscc() {
        return item.bodyUscc();
    }

    @Override
    public EntryDraft with(Course next, Instant at) {
        return new EntryDraft(id, item, basedOn, next, at);
    }

    /** Changed by somebody, who may not review it any more. */
    public EntryDraft edited(ServiceItem changed, PersonId by) {
        return new EntryDraft(id, changed, basedOn, course.edited(by), changedAt);
    }

    public EntryDraft at(Instant now) {
        return with(course, now);
    }
}
