package org.zhengtong.services.editing;

import java.time.Instant;
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
