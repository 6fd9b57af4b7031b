package org.zhengtong.services.editing.web;

import java.util.List;

/**
 * A page of the form.
 *
 * @param name as it is kept; empty for a new one
 * @param id as it is kept; empty for a new one
 */
public record SectionView(
        EditorSheet sheet, String action, String name, String id, List<ConditionChoice> choices, MemberForm form) {}
