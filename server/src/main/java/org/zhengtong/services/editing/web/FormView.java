package org.zhengtong.services.editing.web;

import java.util.List;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.services.catalogue.FormBlock;

/**
 * The form of a draft: its pages with their questions.
 *
 * @param blocks the ready-made pages that can be put in
 * @param refused why one was not
 */
public record FormView(EditorSheet sheet, List<Page> pages, List<FormBlock> blocks, List<WrongField> refused) {

    /** A page of questions. */
    public record Page(MemberLine line, String addField, List<MemberLine> fields) {}
}
