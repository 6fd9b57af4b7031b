package org.zhengtong.services.catalogue;

/**
 * A procedure whose time does not count towards the limits (行政许可法 45).
 *
 * @param days working days it takes, as told to the applicant in writing beforehand
 */
public record SpecialProcedure(Kind kind, int days) {
    /** As the law lists them, and the public notice of local rules. */
    public enum Kind {
        HEARING,
        BIDDING,
        AUCTION,
        INSPECTION,
        TESTING,
        QUARANTINE,
        APPRAISAL,
        EXPERT_REVIEW,
        PUBLIC_NOTICE
    }
}
