package org.zhengtong.services.editing.web;

import java.util.Optional;
import org.zhengtong.services.catalogue.Inheritance;

/**
 * What every page of a list's editor needs besides its own.
 *
 * @param address of the list
 * @param seen the fingerprint of the list, for noticing what somebody else changed meanwhile
 * @param rule what the base item lets one change of it
 * @param elsewhere who changed the list in between
 */
public record EditorSheet(
        EntryFrame frame, String address, String seen, Inheritance rule, Optional<String> elsewhere, String done) {

    public boolean editable() {
        return frame.editable() && rule != Inheritance.EQUAL;
    }
}
