package org.zhengtong.services.filing.web;

import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.TaskList.Task;

/** The addresses of a draft's pages. */
final class Paths {
    private Paths() {}

    static String of(Draft draft) {
        return "/drafts/" + draft.id();
    }

    static String within(Task task) {
        return switch (task.kind()) {
            case SITUATIONS -> "/situations";
            case QUESTIONS -> "/questions/" + task.id();
            case MATERIAL -> "/materials/" + task.id();
            case CHECK -> "/check";
        };
    }
}
