package org.zhengtong.services.catalogue;

import java.util.List;
import java.util.Locale;
import org.zhengtong.services.catalogue.Form.Section;

/** Ready-made pages of questions that many forms begin or end with. */
public enum FormBlock {
    /** Who applies: a person. */
    PERSON,
    /** Who applies: a firm, from its business licence. */
    FIRM,
    /** Who applies: a person or a firm. */
    BOTH,
    /** The account money is paid to. */
    BANK,
    /** How the result is handed over. */
    DELIVERY;

    public List<Section> sections() {
        return Known.FORMS.sections("@" + name().toLowerCase(Locale.ROOT));
    }

    /** Whether it asks who applies, and so stands first. */
    public boolean isApplicant() {
        return this == PERSON || this == FIRM || this == BOTH;
    }

    private static final class Known {
        private static final FormRules FORMS = new FormRules(PipeTable.read("services/catalogue/forms.psv"));
    }
}
