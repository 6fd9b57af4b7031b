package org.zhengtong.services.cases;

/** What the body decided. */
public enum Outcome {
    GRANTED,
    REFUSED
}
