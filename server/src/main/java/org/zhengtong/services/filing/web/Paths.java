package org.zhengtong.services.filing.web;

import org.springframework.ui.Model;
import org.zhengtong.people.identity.SignedIn;
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

    /** The visit at a window in which the reader fills in somebody else's draft; empty for one's own. */
    static String visit(Draft draft, SignedIn reader) {
        return draft.visit(reader.person())
                .map(visit -> "/desk/window/visits/" + visit)
                .orElse("");
    }

    /** Tells the page in whose shell it stands. */
    static void shell(Model model, Draft draft, SignedIn reader) {
        model.addAttribute("visit", visit(draft, reader));
    }
}
