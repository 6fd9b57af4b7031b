package org.zhengtong.services.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One form for several items: what several ask is asked once. Whoever answers it completely has, together with the
 * licences issued on the way, answered each item's own form completely.
 *
 * @param uses what each question serves for
 * @param settled questions nobody is asked, because an earlier item's licence answers them
 * @param conflicts questions that bear one name and mean two things; the later one got a name of its own
 */
public record MergedForm(Form form, List<Use> uses, List<Settled> settled, List<Conflict> conflicts) {

    /**
     * A question of an item's form in the merged one.
     *
     * @param section the item's section, when it is repeated: its entries are named by it
     */
    public record Use(
            String mergedField,
            ServiceItem item,
            String field,
            Optional<String> mergedSection,
            Optional<String> section) {}

    /** The licence that {@code from} leads to gives the answer to {@code field}. */
    public record Settled(ServiceItem item, Form.Field field, ServiceItem from, Form.Prefill.FromLicence source) {}

    /** {@code field} of the item means something else than the one of the same name; it is asked as {@code mergedField}. */
    public record Conflict(ServiceItem item, Form.Field field, String mergedField) {}

    /** The items whose forms a question fills. */
    public List<ServiceItem> filledBy(String mergedField) {
        return uses.stream()
                .filter(use -> use.mergedField().equals(mergedField))
                .map(Use::item)
                .distinct()
                .toList();
    }

    /**
     * The answers for an item's own form, as far as they are asked for.
     *
     * @param answers to this form, by the field's name, in repeated sections by section, entry and field:
     *     {@code members.2.name}
     */
    public Map<String, String> answersOf(ServiceItem item, Map<String, String> answers) {
        Map<String, String> own = new LinkedHashMap<>();
        for (Use use : uses) {
            if (!use.item().code().equals(item.code())) {
                continue;
            }
            if (use.mergedSection().isEmpty()) {
                Optional.ofNullable(answers.get(use.mergedField())).ifPresent(answer -> own.put(use.field(), answer));
            } else {
                String start = use.mergedSection().get() + ".";
                String end = "." + use.mergedField();
                answers.forEach((key, answer) -> {
                    if (key.startsWith(start) && key.endsWith(end) && key.length() > start.length() + end.length()) {
                        String entry = key.substring(start.length(), key.length() - end.length());
                        own.put(use.section().orElseThrow() + "." + entry + "." + use.field(), answer);
                    }
                });
            }
        }
        return own;
    }
}
