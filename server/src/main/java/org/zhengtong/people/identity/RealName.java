package org.zhengtong.people.identity;

/** Real-name levels: how surely it is known that somebody is who they say (实名等级). */
public enum RealName {
    /** A clerk saw the identity card and the person; the register of names did not answer. Enough at a window only. */
    CARD_SEEN,
    /** The register of names has confirmed name and number. */
    CONFIRMED,
    /** The person showed themselves besides: by network identity (网号、网证), or by comparing the face. */
    SHOWN
}
