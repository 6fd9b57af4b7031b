package org.zhengtong.services.systems;

import java.util.List;
import org.zhengtong.services.catalogue.PipeTable;

/**
 * A reason of the national closed list (好差评): nobody adds to it or takes away.
 *
 * @param code three digits, the first of which is the stars of the level it belongs to
 */
public record Indicator(int code, String words) {
    private static final List<Indicator> NATIONAL = PipeTable.read("services/systems/indicators.psv").rows().stream()
            .map(row -> new Indicator(Integer.parseInt(row.get("code")), row.get("words")))
            .toList();

    /** Best first. */
    public static List<Indicator> national() {
        return NATIONAL;
    }

    public int stars() {
        return code / 100;
    }
}
