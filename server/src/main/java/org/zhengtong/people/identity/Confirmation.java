package org.zhengtong.people.identity;

/** What a register outside the house says to what somebody claims. */
public enum Confirmation {
    CONFIRMED,
    /** The register knows it otherwise, or not at all. */
    DIFFERENT,
    /** The register does not answer, or none is connected. */
    UNREACHABLE
}
