package org.zhengtong.services.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhengtong.services.catalogue.Material.MaterialSource;
import org.zhengtong.services.catalogue.Material.Requirement;

/** What a material's name tells of it: who issues it, whether a licence serves for it, what is accepted. */
final class MaterialRules {
    private record Rule(Pattern pattern, PipeTable.Row row) {}

    private final List<Rule> rules;

    /** @param table rows of name patterns, the first that fits counts; {@code /} parts alternatives */
    MaterialRules(PipeTable table) {
        rules = table.rows().stream()
                .map(row -> new Rule(Pattern.compile(row.get("pattern").replace('/', '|')), row))
                .toList();
    }

    /** @param mayFollow names of the materials that may follow later (容缺后补) */
    List<Material> materials(List<String> names, List<String> mayFollow, String legalBasis) {
        List<Material> materials = new ArrayList<>();
        for (String name : names) {
            PipeTable.Row rule = rule(name);
            materials.add(new Material(
                    "m" + (materials.size() + 1),
                    name,
                    mayFollow.contains(name) ? Requirement.MAY_FOLLOW : Requirement.REQUIRED,
                    MaterialSource.valueOf(rule.get("source")),
                    rule.optional("issuing_body"),
                    rule.get("copies"),
                    rule.get("format"),
                    legalBasis,
                    rule.get("standard"),
                    rule.yes("generated"),
                    rule.optional("licence")));
        }
        return List.copyOf(materials);
    }

    private PipeTable.Row rule(String name) {
        return rules.stream()
                .filter(rule -> rule.pattern().matcher(name).matches())
                .findFirst()
                .map(Rule::row)
                .orElseThrow(() -> new IllegalStateException("no rule for the material " + name));
    }

    /** Whether a result of this name is a document people carry with them, and so an electronic licence. */
    static Optional<String> licenceType(String result) {
        return Pattern.matches(".*(证|证书|执照|护照|户口簿|卡|证明|批准书|意见书|核定表)", result) ? Optional.of(result) : Optional.empty();
    }
}
