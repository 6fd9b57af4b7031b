package org.zhengtong.people.identity;

/** How it was shown that somebody may act for another. */
public enum MandateProof {
    /** The register of firms. */
    REGISTER,
    /** Signed here by the principal. */
    SIGNED,
    /** A clerk saw the mandate on paper. */
    PAPER,
    /** The register of households, or the birth certificate. */
    HOUSEHOLD,
    /** A decision of a court, or an appointment as its law asks (民法典 31, 36). */
    COURT
}
