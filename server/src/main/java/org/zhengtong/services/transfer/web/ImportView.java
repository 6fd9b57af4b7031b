package org.zhengtong.services.transfer.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.zhengtong.services.editing.Stage;
import org.zhengtong.services.transfer.Fault;
import org.zhengtong.services.transfer.Import;

/** @param mine whether the reader began it, and so approves nothing of it */
public record ImportView(
        Import made,
        List<Fault> faults,
        int page,
        boolean more,
        Map<Stage, Integer> drafts,
        boolean mine,
        LocalDate today) {

    public int waiting() {
        return drafts.getOrDefault(Stage.IN_REVIEW, 0);
    }

    public boolean isWaiting() {
        return made.step() == Import.Step.WAITING;
    }

    public boolean isOver() {
        return made.step().isOver();
    }

    public boolean isKept() {
        return made.step() == Import.Step.DONE;
    }

    public int all() {
        return drafts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public String tone() {
        return switch (made.step()) {
            case DONE -> "ok";
            case REFUSED, BROKEN -> "bad";
            case WAITING, READING, CHECKING, KEEPING, CANCELLED -> "warn";
        };
    }
}
