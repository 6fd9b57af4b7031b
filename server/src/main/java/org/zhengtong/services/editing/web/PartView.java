package org.zhengtong.services.editing.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.people.identity.FormState;

/**
 * A page of simple elements.
 *
 * @param seen the fingerprint of the elements asked, for noticing what somebody else changed meanwhile
 * @param elsewhere who changed the same elements in between
 */
public record PartView(
        EntryFrame frame, List<ElementField> fields, String seen, FormState form, Optional<String> elsewhere) {}
