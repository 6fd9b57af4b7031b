package org.zhengtong.services.editing.web;

import java.util.List;
import org.zhengtong.services.catalogue.EntryCheck.Finding;

/**
 * The overview of a draft.
 *
 * @param done what was just done, for the sentence that says so
 */
public record EntryView(EntryFrame frame, List<Finding> findings, CourseView course, String done) {}
