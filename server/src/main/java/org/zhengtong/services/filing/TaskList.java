package org.zhengtong.services.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Material.Requirement;
import org.zhengtong.services.catalogue.Questionnaire;
import org.zhengtong.services.filing.Checklist.Duty;

/** What there is to do for a filing, in order, and how far each part is. */
public record TaskList(List<Task> tasks, List<Finding> findings, FormCheck.Checked checked, Checklist checklist) {

    /** A part of the way. {@code id} is the page of the form or the material. */
    public record Task(Kind kind, String id, String title, State state) {}

    /** The parts in their order. */
    public enum Kind {
        SITUATIONS,
        QUESTIONS,
        MATERIAL,
        CHECK
    }

    /** How far a part is. */
    public enum State {
        CANNOT_START,
        NOT_STARTED,
        IN_PROGRESS,
        DONE,
        OPTIONAL,
        NOT_NEEDED
    }

    public static TaskList of(Draft draft, AtHand atHand, FormCheck check) {
        Form form = draft.item().form();
        FormCheck.Checked checked = check.check(form, draft.answers(), atHand.bound(form));
        Questionnaire questions = new Questionnaire(form, checked.answers().values());
        Checklist checklist = Checklist.of(draft.item(), draft.situations(), atHand);
        List<Finding> open = Checklist.openQuestions(draft.item(), draft.situations());
        List<Task> tasks = new ArrayList<>();
        if (!draft.item().situations().isEmpty()) {
            State state = open.isEmpty()
                    ? State.DONE
                    : open.size() < draft.item().situations().size() ? State.IN_PROGRESS : State.NOT_STARTED;
            tasks.add(new Task(Kind.SITUATIONS, Draft.GUIDE, "", state));
        }
        form.sections()
                .forEach(section -> tasks.add(new Task(
                        Kind.QUESTIONS, section.id(), section.title(), state(draft, section, questions, checked))));
        checklist
                .lines()
                .forEach(line -> tasks.add(new Task(
                        Kind.MATERIAL,
                        line.material().id(),
                        line.material().name(),
                        open.isEmpty() ? state(draft, line) : State.CANNOT_START)));
        boolean ready = tasks.stream()
                .allMatch(task -> task.state() == State.DONE
                        || task.state() == State.OPTIONAL
                        || task.state() == State.NOT_NEEDED);
        tasks.add(new Task(Kind.CHECK, "check", "", ready ? State.NOT_STARTED : State.CANNOT_START));
        List<Finding> findings = Stream.of(
                        open,
                        checked.findings(),
                        checklist.missing(draft.files().keySet(), draft.promised()))
                .flatMap(List::stream)
                .toList();
        return new TaskList(List.copyOf(tasks), findings, checked, checklist);
    }

    /** Whether everything is there: what remains is to check and submit. */
    public boolean isReady() {
        return tasks.getLast().state() == State.NOT_STARTED;
    }

    public long done() {
        return tasks.stream().filter(task -> task.state() == State.DONE).count();
    }

    /** The parts there is something to do in. */
    public long toDo() {
        return tasks.stream()
                .filter(task ->
                        task.kind() != Kind.CHECK && task.state() != State.NOT_NEEDED && task.state() != State.OPTIONAL)
                .count();
    }

    private static State state(Draft draft, Form.Section section, Questionnaire questions, FormCheck.Checked checked) {
        if (!questions.isAsked(section)) {
            return State.NOT_NEEDED;
        }
        if (!draft.pages().containsKey(section.id())) {
            return State.NOT_STARTED;
        }
        return checked.in(section).isEmpty() ? State.DONE : State.IN_PROGRESS;
    }

    private static State state(Draft draft, Checklist.Line line) {
        boolean handedIn = !draft.filesOf(line.material().id()).isEmpty();
        return switch (line.duty()) {
            case Duty.NotNeeded() -> State.NOT_NEEDED;
            case Duty.Generated() -> State.DONE;
            case Duty.ByLicence(var licence) -> State.DONE;
            case Duty.Upload(Requirement requirement) -> {
                boolean promised = requirement == Requirement.MAY_FOLLOW
                        && draft.promised().contains(line.material().id());
                if (handedIn || promised) {
                    yield State.DONE;
                }
                yield requirement == Requirement.OPTIONAL ? State.OPTIONAL : State.NOT_STARTED;
            }
        };
    }
}
