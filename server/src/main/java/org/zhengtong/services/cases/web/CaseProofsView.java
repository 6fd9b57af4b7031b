package org.zhengtong.services.cases.web;

import java.util.List;
import java.util.Locale;
import org.zhengtong.ground.audit.PlacedLeaf;
import org.zhengtong.services.cases.CaseFile;

public record CaseProofsView(CaseFile file, List<PlacedLeaf> leaves) {

    /** A step is called as in the timeline. */
    public String key(String action) {
        return switch (action) {
            case "cases.file" -> "cases.step.FILED";
            case "cases.take" -> "cases.step.TAKEN";
            default -> "cases.step." + step(action);
        };
    }

    private static String step(String action) {
        return action.substring(action.indexOf('.') + 1)
                .toUpperCase(Locale.ROOT)
                .replace('-', '_');
    }
}
