package org.zhengtong.services.messages;

/** How a message is told outside the house. Its words are the message {@code messages.channel.<name>}. */
public enum MessageChannel {
    SMS,
    MAIL
}
