package org.zhengtong.services.licences;

/** The prints of licences, made when they are asked for first and kept; what was handed out once stays as it was. */
public interface LicencePrints {
    /**
     * Of the version and state that stand. Whoever calls has found the licence for its reader.
     *
     * @throws org.zhengtong.ground.web.Problem 503 when they cannot be made now
     */
    LicencePrint of(Licence licence);
}
