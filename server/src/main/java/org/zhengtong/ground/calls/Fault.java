package org.zhengtong.ground.calls;

/** Why there was no answer. */
public enum Fault {
    UNKNOWN_HOST,
    /** The name leads into a network that is not allowed. */
    INSIDE,
    NO_CONNECTION,
    /** The certificate is not trusted, or not of this host. */
    NO_TRUST,
    TOO_SLOW,
    /** What came back is not HTTP. */
    NO_HTTP
}
