package org.zhengtong.services.messages;

import java.net.URI;
import java.util.Optional;

/**
 * What is carried. Of the person it holds nothing but where it goes.
 *
 * @param to a mail address or a telephone number
 * @param stop where the receiver stops further ones
 */
public record Letter(String to, String subject, String text, Optional<URI> stop) {

    /** Nothing of it: the address is personal. */
    @Override
    public String toString() {
        return "Letter";
    }
}
