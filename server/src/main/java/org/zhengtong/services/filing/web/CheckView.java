package org.zhengtong.services.filing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhengtong.services.catalogue.FilledForm;
import org.zhengtong.services.catalogue.Questionnaire;
import org.zhengtong.services.catalogue.Situation;
import org.zhengtong.services.filing.AtHand;
import org.zhengtong.services.filing.AtHand.Known;
import org.zhengtong.services.filing.AtHand.Source;
import org.zhengtong.services.filing.Checklist.Duty;
import org.zhengtong.services.filing.Checklist.Line;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.TaskList;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.signing.Signings;

/** Check your answers. */
public record CheckView(
        String path,
        String item,
        String body,
        int promisedDays,
        String applicant,
        boolean changed,
        List<Group> groups,
        List<MaterialLine> materials,
        Optional<AtWindow> window,
        List<Wrong> wrong) {

    /**
     * What a clerk needs to know before filing for the person.
     *
     * @param signed name of the scanned application
     * @param current whether it is what stands here now
     * @param competent whether the clerk's body may accept at once
     * @param tablet how it stands with the application on the tablet
     */
    public record AtWindow(Optional<String> signed, boolean current, boolean competent, Signings.OnTablet tablet) {}

    /** The answers of one page; {@code titleKey} when the title is not the item's own. */
    public record Group(String title, String titleKey, String changePath, List<Answer> answers) {}

    /** A question and its answer. */
    public record Answer(String label, String value, Optional<Source> from) {}

    /** A material and how it comes: the key of the sentence and what stands in it. */
    public record MaterialLine(String name, String howKey, List<Object> values, String changePath) {}

    static CheckView of(
            Draft draft,
            TaskList list,
            AtHand atHand,
            FieldViews fields,
            String applicant,
            Optional<AtWindow> window,
            List<Wrong> wrong) {
        String path = Paths.of(draft);
        List<Group> groups = new ArrayList<>();
        if (!draft.item().situations().isEmpty()) {
            groups.add(new Group("", "filing.situations.title", path + "/situations", situations(draft)));
        }
        FilledForm.of(draft.item().form(), list.checked().answers().values())
                .entries()
                .forEach(entry -> groups.add(new Group(
                        entry.title(),
                        "",
                        path + "/questions/" + entry.section().id() + "?from=check"
                                + (entry.number() > 0 ? "#" + entry.section().id() + "-" + entry.number() : ""),
                        answers(entry, atHand, fields))));
        noEntries(draft, list).forEach(groups::add);
        return new CheckView(
                path,
                draft.item().name(),
                draft.item().bodyName(),
                draft.item().promisedDays(),
                applicant,
                draft.itemChanged(),
                groups,
                list.checklist().lines().stream()
                        .filter(line -> !(line.duty() instanceof Duty.NotNeeded))
                        .map(line -> material(draft, line))
                        .toList(),
                window,
                wrong);
    }

    private static List<Answer> situations(Draft draft) {
        return draft.item().situations().stream()
                .map(situation -> new Answer(
                        situation.question(),
                        situation.answers().stream()
                                .filter(answer ->
                                        answer.id().equals(draft.situations().get(situation.id())))
                                .map(Situation.Answer::text)
                                .findFirst()
                                .orElse(""),
                        Optional.empty()))
                .toList();
    }

    private static List<Answer> answers(FilledForm.Entry entry, AtHand atHand, FieldViews fields) {
        return entry.lines().stream()
                .map(line -> new Answer(
                        line.asked().field().label(),
                        fields.text(line.asked().field().kind(), line.answer()),
                        atHand.answer(line.asked().field())
                                .filter(known ->
                                        entry.number() == 0 && known.answer().equals(line.answer()))
                                .map(Known::source)))
                .toList();
    }

    /** A repeated page without an entry can still be opened from here. */
    private static List<Group> noEntries(Draft draft, TaskList list) {
        Questionnaire questions =
                new Questionnaire(draft.item().form(), list.checked().answers().values());
        return draft.item().form().sections().stream()
                .filter(section ->
                        section.repeat().isPresent() && questions.isAsked(section) && questions.entries(section) == 0)
                .map(section -> new Group(
                        section.title(), "", Paths.of(draft) + "/questions/" + section.id() + "?from=check", List.of()))
                .toList();
    }

    static MaterialLine material(Draft draft, Line line) {
        String id = line.material().id();
        int files = draft.filesOf(id).size();
        String name = line.material().name();
        String change = Paths.of(draft) + "/materials/" + id;
        if (line.duty() instanceof Duty.Generated) {
            return new MaterialLine(name, "filing.how.generated", List.of(), "");
        }
        if (files > 0) {
            return new MaterialLine(name, "filing.how.files", List.of(files), change);
        }
        if (line.duty() instanceof Duty.ByLicence(Licence licence)) {
            return new MaterialLine(name, "filing.how.licence", List.of(licence.type(), licence.number()), change);
        }
        return new MaterialLine(
                name, draft.promised().contains(id) ? "filing.how.promised" : "filing.how.none", List.of(), change);
    }
}
