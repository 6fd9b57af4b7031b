package org.zhengtong.services.messages;

/** Why a letter could not be carried. */
public final class NotCarried extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is at fault. Its words are the message {@code messages.fault.<name>}. */
    public enum Fault {
        /** The carrier cannot be reached or does not work: every letter fares the same. */
        CARRIER_DOWN,
        /** The carrier does not take letters from us: wrong account, or no right. */
        NOT_LET_IN,
        /** This letter alone is refused, for its address or its text; trying again changes nothing. */
        REFUSED
    }

    private final Fault fault;

    public NotCarried(Fault fault, Throwable cause) {
        super(fault.name(), cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
