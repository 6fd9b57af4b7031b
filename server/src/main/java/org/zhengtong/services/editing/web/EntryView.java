package org.zhengtong.services.editing.web;

import java.time.LocalDate;
import java.util.List;
import org.zhengtong.services.catalogue.EntryCheck.Finding;
import org.zhengtong.services.editing.EntryDraft;

/**
 * The overview of a draft.
 *
 * @param steward whether this person keeps the catalogue of the division
 * @param reviewable whether this person may review it now: four eyes
 * @param own whether this person wrote on it
 * @param done what was just done, for the sentence that says so
 */
public record EntryView(
        EntryFrame frame,
        List<Finding> findings,
        List<EntryDraft.Step> steps,
        boolean steward,
        boolean reviewable,
        boolean own,
        LocalDate today,
        String done) {}
