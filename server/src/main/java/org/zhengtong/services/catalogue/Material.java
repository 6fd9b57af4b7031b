package org.zhengtong.services.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;

/**
 * A material of an item.
 *
 * @param id stable within the item, such as {@code m1}
 * @param generated whether the system makes it from the form (申请书, 申请表), so that nothing is handed in
 * @param licenceType the electronic licence that serves for it: then the system obtains it, and falls back to upload
 *     when the licence is missing or invalid
 */
public record Material(
        String id,
        String name,
        Requirement requirement,
        MaterialSource source,
        Optional<String> issuingBody,
        String copies,
        String format,
        String legalBasis,
        String acceptanceStandard,
        boolean generated,
        Optional<String> licenceType) {

    /** Whether it must be there, may be, or may follow later (容缺后补). */
    public enum Requirement {
        REQUIRED,
        OPTIONAL,
        MAY_FOLLOW
    }

    /** Whether nobody hands it in, because the system makes or obtains it. */
    @JsonIgnore
    public boolean isSpared() {
        return generated || licenceType.isPresent();
    }

    /** Where it comes from. */
    public enum MaterialSource {
        APPLICANT,
        GOVERNMENT,
        OTHER
    }
}
