package org.zhengtong.ground.web;

/** Tells the shell how many messages wait to be read; the room of messages answers. */
public interface UnreadSource {
    /** @param caller as {@link VisitorSource#caller} names whoever is signed in */
    int unread(String caller);
}
