package org.zhengtong.services.editing.web;

import java.util.Optional;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Condition;
import org.zhengtong.services.catalogue.Form.Section;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * A page of questions of a draft, to look at.
 *
 * @param number which page it is, counted from 1
 * @param before the page before: another one of questions, or the item
 * @param next the page after it
 */
public record PreviewedFormView(
        ServiceItem item, PreviewSize size, Section section, int number, String before, Optional<String> next) {

    /** What something hangs on, as people read it; empty when it is always asked. */
    public String when(Optional<Condition> condition) {
        return ConditionChoice.label(form(), condition);
    }

    public Form form() {
        return item.form();
    }
}
