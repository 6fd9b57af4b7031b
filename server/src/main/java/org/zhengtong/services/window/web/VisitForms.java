package org.zhengtong.services.window.web;

import java.util.List;
import org.zhengtong.people.identity.FirmRegistration;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.InPerson;
import org.zhengtong.people.identity.WrongField;

/**
 * What was typed into the forms of a visit, and what is wrong with it; only one of them at a time.
 *
 * @param about which form is wrong
 */
public record VisitForms(
        About about,
        FormState form,
        String question,
        InPerson person,
        FirmRegistration firm,
        String draft,
        String to,
        String reason) {

    /** The forms of the page. */
    public enum About {
        NOTHING,
        CONFIRMATION,
        PERSON,
        FIRM,
        ITEM,
        HANDOVER
    }

    private static VisitForms of(About about, List<WrongField> wrong) {
        return new VisitForms(about, new FormState(wrong), "", InPerson.EMPTY, FirmRegistration.EMPTY, "", "", "");
    }

    static VisitForms asking(String question) {
        VisitForms none = of(About.NOTHING, List.of());
        return new VisitForms(
                none.about, none.form, question.strip(), none.person, none.firm, none.draft, none.to, none.reason);
    }

    static VisitForms confirming(List<WrongField> wrong) {
        return of(About.CONFIRMATION, wrong);
    }

    static VisitForms stopped(String why) {
        return of(About.ITEM, List.of(new WrongField("q", why)));
    }

    static VisitForms registering(InPerson typed, List<WrongField> wrong) {
        VisitForms one = of(About.PERSON, wrong);
        return new VisitForms(one.about, one.form, "", typed, one.firm, "", "", "");
    }

    static VisitForms ofFirm(FirmRegistration typed, List<WrongField> wrong) {
        VisitForms one = of(About.FIRM, wrong);
        return new VisitForms(one.about, one.form, "", one.person, typed, "", "", "");
    }

    static VisitForms handingOver(String draft, String to, String reason, List<WrongField> wrong) {
        VisitForms one = of(About.HANDOVER, wrong);
        return new VisitForms(one.about, one.form, "", one.person, one.firm, draft, to, reason);
    }

    public boolean isWrong() {
        return form.isWrong();
    }

    /** The state of one of the forms: fresh unless it is the wrong one. */
    public FormState of(About which) {
        return which == about ? form : FormState.FRESH;
    }
}
