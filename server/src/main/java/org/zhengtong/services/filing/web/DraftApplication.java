package org.zhengtong.services.filing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.catalogue.FilledForm;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.filing.AtHand;
import org.zhengtong.services.filing.Checklist;
import org.zhengtong.services.filing.Checklist.Duty;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.FormCheck;
import org.zhengtong.services.filing.TaskList;
import org.zhengtong.services.signing.Paper;

/** The application a draft would be: to be printed, or to be signed on a tablet. */
@Component
class DraftApplication {
    private final Drafts drafts;
    private final Identity identity;
    private final FormCheck check;
    private final FieldViews fields;

    DraftApplication(Drafts drafts, Identity identity, FormCheck check, FieldViews fields) {
        this.drafts = drafts;
        this.identity = identity;
        this.check = check;
        this.fields = fields;
    }

    ApplicationView of(SignedIn me, Draft draft) {
        AtHand atHand = drafts.atHand(draft);
        TaskList list = TaskList.of(draft, atHand, check);
        return new ApplicationView(
                ApplicationView.TITLE,
                Paths.of(draft) + "/application",
                Paths.of(draft),
                draft.visit(me.person()).isPresent(),
                draft.item().name(),
                draft.item().bodyName(),
                identity.nameOf(draft.party()),
                false,
                parts(draft.item().form(), list.checked().answers().values()),
                list.checklist().lines().stream()
                        .filter(line -> !(line.duty() instanceof Duty.NotNeeded))
                        .map(line -> howGiven(draft, line))
                        .toList(),
                Optional.empty());
    }

    /** Every line of it, as it is printed. */
    Paper paper(SignedIn me, Draft draft, Page page) {
        ApplicationView view = of(me, draft);
        List<Paper.Part> parts = new ArrayList<>();
        parts.add(new Paper.Part(
                "",
                List.of(
                        new Paper.Line(page.t("filing.application.item"), view.item()),
                        new Paper.Line(page.t("filing.application.body"), view.body()),
                        new Paper.Line(page.t("filing.application.applicant"), view.applicant()))));
        view.parts()
                .forEach(part -> parts.add(new Paper.Part(
                        part.title(),
                        part.lines().stream()
                                .map(line -> new Paper.Line(line.label(), line.answer()))
                                .toList())));
        if (!view.materials().isEmpty()) {
            parts.add(new Paper.Part(
                    page.t("filing.application.materials"),
                    view.materials().stream()
                            .map(one -> new Paper.Line(
                                    one.name(),
                                    page.t(one.howKey(), one.values().toArray())))
                            .toList()));
        }
        return new Paper(draft.id(), page.t(view.titleKey(), view.item()), parts, page.t("filing.submit.declaration"));
    }

    List<ApplicationView.Part> parts(Form form, Map<String, String> answers) {
        return FilledForm.of(form, answers).entries().stream()
                .map(entry -> new ApplicationView.Part(
                        entry.title(),
                        Optional.empty(),
                        entry.lines().stream()
                                .map(line -> new ApplicationView.Line(
                                        line.asked().field().label(),
                                        fields.text(line.asked().field().kind(), line.answer()),
                                        List.of(),
                                        Optional.empty()))
                                .toList()))
                .toList();
    }

    /** As on the check page; but a licence's number may be the holder's own, and paper goes through many hands. */
    private static CheckView.MaterialLine howGiven(Draft draft, Checklist.Line line) {
        CheckView.MaterialLine given = CheckView.material(draft, line);
        return switch (line.duty()) {
            case Duty.Generated() -> new CheckView.MaterialLine(given.name(), "filing.application.made", List.of(), "");
            case Duty.ByLicence(var licence)
            when given.howKey().equals("filing.how.licence") ->
                new CheckView.MaterialLine(given.name(), "filing.application.licence", List.of(licence.type()), "");
            default -> given;
        };
    }
}
