package org.zhengtong.services.supervision;

/** How far a card is. */
public enum CardState {
    /** The post has not said why. */
    ISSUED,
    /** The head has not said what is done about it. */
    EXPLAINED,
    /** With a measure (整改措施). */
    CONCLUDED,
    /** Proven wrong, by two persons. */
    LIFTED
}
