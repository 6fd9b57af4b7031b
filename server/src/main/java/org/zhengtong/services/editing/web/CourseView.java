package org.zhengtong.services.editing.web;

import java.time.LocalDate;
import java.util.List;
import org.zhengtong.services.editing.Draft;
import org.zhengtong.services.editing.Stage;

/**
 * How far a draft has come, and what who looks can do about it.
 *
 * @param address of the draft
 * @param heldBack how many findings keep it from being handed to review
 * @param steward whether this person keeps the catalogue of the division
 * @param own whether this person wrote on it and so may not review it: four eyes
 * @param elements what the names of elements in the messages begin with
 * @param rules the same for the rules of the gate
 */
public record CourseView(
        Draft<?> draft,
        List<Draft.Step> steps,
        String address,
        int heldBack,
        boolean steward,
        boolean own,
        LocalDate today,
        String elements,
        String rules) {

    public boolean editable() {
        return steward && draft.stage() == Stage.EDITING;
    }

    /** Whether it waits for its review or its day. */
    public boolean waits() {
        return draft.stage() == Stage.IN_REVIEW || draft.stage() == Stage.APPROVED;
    }

    public boolean reviewable() {
        return steward && !own && draft.stage() == Stage.IN_REVIEW;
    }
}
