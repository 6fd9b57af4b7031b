package org.zhengtong.services.editing.web;

import java.util.List;
import org.zhengtong.people.identity.WrongField;

/**
 * A member of a list, as the list shows it.
 *
 * @param address of its page; {@code /move} below it changes the order
 * @param notes what else it is, in short
 * @param wrong what makes it unfit
 */
public record MemberLine(String address, String name, List<Note> notes, List<WrongField> wrong) {

    /** @param key in the message files; empty when the text says it itself */
    public record Note(String key, String text) {
        static Note of(String text) {
            return new Note("", text);
        }
    }
}
