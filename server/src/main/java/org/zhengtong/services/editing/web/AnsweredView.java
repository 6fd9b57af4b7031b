package org.zhengtong.services.editing.web;

import java.util.List;

/** The frequent questions of a draft. */
public record AnsweredView(EditorSheet sheet, List<MemberLine> questions) {}
