package org.zhengtong.services.editing;

import java.time.Instant;
import java.util.UUID;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.catalogue.Bundle;

/**
 * A version of a bundle on its way to publication.
 *
 * @param bundle as it would be published; may be incomplete while it is edited
 */
public record BundleDraft(UUID id, Bundle bundle, int basedOn, Course course, Instant changedAt)
        implements Draft<BundleDraft> {

    @Override
    public String code() {
        return bundle.code();
    }

    /** The lead body, whose division a bundle belongs to. */
    @Override
    public String bodyUscc() {
        return bundle.leadBody().orElse("");
    }

    @Override
    public BundleDraft with(Course next, Instant at) {
        return new BundleDraft(id, bundle, basedOn, next, at);
    }

    /** Changed by somebody, who may not review it any more. */
    public BundleDraft edited(Bundle changed, PersonId by, Instant at) {
        return new BundleDraft(id, changed, basedOn, course.edited(by), at);
    }
}
