package org.zhengtong.services.editing.web;

import java.util.List;
import org.zhengtong.services.catalogue.Material;

/**
 * A question of the guide.
 *
 * @param name as it is kept; empty for a new one
 * @param rows the ids of its answers, and of those still blank
 * @param reaches the handling items its answers lead to
 */
public record SituationView(
        EditorSheet sheet,
        String action,
        String name,
        List<String> rows,
        List<Material> materials,
        List<String> reaches,
        MemberForm form) {}
