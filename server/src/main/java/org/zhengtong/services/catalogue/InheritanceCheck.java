package org.zhengtong.services.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.services.catalogue.EntryCheck.Finding;
import org.zhengtong.services.catalogue.EntryCheck.Rule;
import tools.jackson.databind.JsonNode;

/** Whether an entry keeps to the base item it implements. */
public final class InheritanceCheck {
    /** What names a member of a list of records, in the order in which it is looked for. */
    private static final List<String> NAMES = List.of("name", "question", "title", "id");

    private InheritanceCheck() {}

    public static List<Finding> findings(BaseItem base, ServiceItem item) {
        EntryDocument document = EntryDocument.of(item);
        List<Finding> findings = new ArrayList<>();
        if (!item.baseCode().equals(base.code()) || item.type() != base.type()) {
            findings.add(new Finding(Rule.CODES_DISAGREE, "baseCode"));
        }
        base.elements().forEach((element, inherited) -> {
            Optional<JsonNode> above = base.value(element);
            JsonNode here = document.get(element);
            switch (inherited.rule()) {
                case EQUAL -> {
                    if (above.filter(value -> !value.equals(here)).isPresent()) {
                        findings.add(new Finding(Rule.INHERITED_EQUAL, element.id()));
                    }
                }
                case SUBSET -> above.ifPresent(value -> beyond(element, value, here, findings));
                case PRESET, FREE -> {}
            }
        });
        return List.copyOf(findings);
    }

    private static void beyond(Element element, JsonNode above, JsonNode here, List<Finding> findings) {
        if (above.isNumber() && here.isNumber()) {
            if (here.asInt() > above.asInt()) {
                findings.add(new Finding(Rule.INHERITED_SUBSET, element.id(), above.asString()));
            }
            return;
        }
        Set<String> allowed = new HashSet<>();
        above.forEach(member -> allowed.add(name(member)));
        here.forEach(member -> {
            if (!allowed.contains(name(member))) {
                findings.add(new Finding(Rule.INHERITED_SUBSET, element.id(), name(member)));
            }
        });
    }

    /** A member is the same when it is called the same. */
    private static String name(JsonNode member) {
        return NAMES.stream()
                .filter(member::hasNonNull)
                .map(key -> member.get(key).asString())
                .findFirst()
                .orElseGet(() -> member.isString() ? member.asString() : member.toString());
    }
}
