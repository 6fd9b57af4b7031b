package org.zhengtong.services.editing.web;

import java.util.List;

/**
 * The materials of a draft in their order.
 *
 * @param takable what the base item has and the draft has not
 */
public record MaterialsView(EditorSheet sheet, List<MemberLine> materials, List<String> takable) {}
