package org.zhengtong.services.systems;

/** The calls. Their words are the message {@code systems.call.<name>}. */
public enum CallName {
    RECEIVE,
    ACCEPT,
    PROCESS,
    SPECIAL,
    FINISH,
    ATTACHMENT,
    EVALUATE,
    TRANSFER,
    /** Looks at one case, at many, or at a file. */
    READ
}
