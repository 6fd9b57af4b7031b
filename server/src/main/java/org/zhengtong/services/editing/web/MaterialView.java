package org.zhengtong.services.editing.web;

import java.util.List;

/**
 * A material of a draft.
 *
 * @param action where it is saved
 * @param name as it is kept; empty for a new one
 * @param allowed the names the base item allows, when it says which
 * @param names what materials are called elsewhere
 * @param licenceTypes those the house knows
 * @param spares the guide's answers that make it unnecessary
 */
public record MaterialView(
        EditorSheet sheet,
        String action,
        String name,
        MemberForm form,
        List<String> allowed,
        List<String> names,
        List<String> licenceTypes,
        List<String> legalBasis,
        List<String> spares) {

    /** In what form a material is wanted, as the national tables say it (材料形式). */
    public static final List<String> FORMATS = List.of("电子件", "原件", "复印件", "原件和复印件");
}
