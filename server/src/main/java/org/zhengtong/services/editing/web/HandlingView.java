package org.zhengtong.services.editing.web;

import java.util.List;
import org.zhengtong.services.catalogue.Situation;

/**
 * A handling item.
 *
 * @param name as it is kept; empty for a new one
 * @param code the handling code it has, or will have
 */
public record HandlingView(
        EditorSheet sheet, String action, String name, String code, List<Situation> situations, MemberForm form) {}
