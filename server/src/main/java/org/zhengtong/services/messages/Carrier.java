package org.zhengtong.services.messages;

/**
 * Carries letters outside the house: a mail server, a city's SMS gateway. A bean of this type connects its channel. It
 * is called with no transaction open and returns in time, whatever happens at the other end.
 */
public interface Carrier {
    MessageChannel channel();

    /** Whether it carries nothing, and only shows what it would have carried. */
    default boolean isDemonstration() {
        return false;
    }

    void carry(Letter letter) throws NotCarried;
}
