package org.zhengtong.services.editing.web;

/**
 * A frequent question of a draft.
 *
 * @param was the question as it is kept; empty for a new one
 */
public record AnsweredOneView(EditorSheet sheet, String action, String was, MemberForm form) {}
