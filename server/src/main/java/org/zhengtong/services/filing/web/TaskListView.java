package org.zhengtong.services.filing.web;

import java.time.Instant;
import java.util.List;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.TaskList;
import org.zhengtong.services.filing.TaskList.Kind;
import org.zhengtong.services.filing.TaskList.State;
import org.zhengtong.services.filing.TaskList.Task;

/** The task list of a draft. */
public record TaskListView(
        String path,
        String item,
        String itemPath,
        String applicant,
        boolean changed,
        boolean suspended,
        boolean closed,
        boolean mandated,
        boolean ready,
        long done,
        long all,
        Instant savedAt,
        List<Group> groups) {

    /** Tasks of one kind. */
    public record Group(String key, List<Row> rows) {}

    /** A task; without a path it cannot be opened. {@code titleKey} is set when the title is not the item's own. */
    public record Row(String title, String titleKey, String path, String stateKey, String tone) {}

    /**
     * @param atWindow whether it is filed at a window, where more can be filed than online
     * @param mandated whether it may still be filed for the applicant
     */
    static TaskListView of(Draft draft, TaskList list, String applicant, boolean atWindow, boolean mandated) {
        String path = Paths.of(draft);
        return new TaskListView(
                path,
                draft.item().name(),
                draft.address(),
                applicant,
                draft.itemChanged(),
                draft.item().state() == ItemState.SUSPENDED,
                !draft.item().canBeFiled(atWindow),
                mandated,
                list.isReady(),
                list.done(),
                list.toDo(),
                draft.updatedAt(),
                List.of(
                                group(path, "filing.tasks.situations", Kind.SITUATIONS, list),
                                group(path, "filing.tasks.questions", Kind.QUESTIONS, list),
                                group(path, "filing.tasks.materials", Kind.MATERIAL, list),
                                group(path, "filing.tasks.check", Kind.CHECK, list))
                        .stream()
                        .filter(group -> !group.rows().isEmpty())
                        .toList());
    }

    private static Group group(String path, String key, Kind kind, TaskList list) {
        return new Group(
                key,
                list.tasks().stream()
                        .filter(task -> task.kind() == kind)
                        .map(task -> row(path, task, list))
                        .toList());
    }

    private static Row row(String path, Task task, TaskList list) {
        String to =
                task.state() == State.CANNOT_START || task.state() == State.NOT_NEEDED ? "" : path + Paths.within(task);
        String titleKey = switch (task.kind()) {
            case SITUATIONS -> "filing.situations.title";
            case CHECK -> "filing.check.title";
            default -> "";
        };
        return new Row(task.title(), titleKey, to, stateKey(task, list), tone(task.state()));
    }

    /** What the system does by itself is said as such, not as done by the citizen. */
    private static String stateKey(Task task, TaskList list) {
        if (task.kind() == Kind.MATERIAL && task.state() == State.DONE) {
            return "filing.material.done."
                    + list.checklist()
                            .line(task.id())
                            .map(line -> line.duty().getClass().getSimpleName())
                            .orElse("Upload");
        }
        return "filing.state." + task.state();
    }

    private static String tone(State state) {
        return switch (state) {
            case DONE -> "ok";
            case IN_PROGRESS -> "warn";
            case NOT_STARTED -> "info";
            case CANNOT_START, OPTIONAL, NOT_NEEDED -> "";
        };
    }
}
