package org.zhengtong.services.supervision;

/** A limit that is near, or one that has passed. */
public enum CardColour {
    YELLOW,
    RED
}
