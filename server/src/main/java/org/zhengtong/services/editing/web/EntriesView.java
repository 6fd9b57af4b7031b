package org.zhengtong.services.editing.web;

import java.util.List;
import org.zhengtong.services.editing.Editing;

/** The drafts that are open. */
public record EntriesView(List<Editing.Line> drafts) {}
