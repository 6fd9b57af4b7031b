package org.zhengtong.services.licences;

/** States of an electronic licence. */
public enum LicenceState {
    VALID,
    DETAINED,
    REVOKED,
    CANCELLED,
    EXPIRED,
    TRANSFERRED,
    WITHDRAWN
}
