package org.zhengtong.services.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Frequent questions: those written for an item first, then those every item of its kind answers from its own facts. */
final class QuestionRules {
    private final Map<String, List<Question>> byItem;

    /** @param table the item is a name, or {@code @} and a kind of fact */
    QuestionRules(PipeTable table) {
        byItem = table.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("item"),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                row -> new Question(row.get("question"), row.get("answer")), Collectors.toList())));
    }

    Set<String> items() {
        Set<String> items = new LinkedHashSet<>(byItem.keySet());
        items.removeIf(item -> item.startsWith("@"));
        return items;
    }

    List<Question> questions(ServiceItem item) {
        List<Question> questions = new ArrayList<>(byItem.getOrDefault(item.name(), List.of()));
        for (String kind : kinds(item)) {
            byItem.getOrDefault(kind, List.of()).forEach(question -> questions.add(filled(question, item)));
        }
        return List.copyOf(questions);
    }

    private static List<String> kinds(ServiceItem item) {
        List<String> kinds = new ArrayList<>();
        kinds.add(item.instant() ? "@instant" : "@promised");
        kinds.add(item.visits() > 0 ? "@visit" : "@online");
        if (item.feeStandard().isPresent()) {
            kinds.add("@fee");
        }
        if (item.materials().stream().anyMatch(material -> material.requirement() == Material.Requirement.MAY_FOLLOW)) {
            kinds.add("@may-follow");
        }
        if (item.licenceType().isPresent()) {
            kinds.add("@licence");
        }
        return kinds;
    }

    private static Question filled(Question question, ServiceItem item) {
        return new Question(filled(question.question(), item), filled(question.answer(), item));
    }

    private static String filled(String text, ServiceItem item) {
        return text.replace("{name}", item.name())
                .replace("{promised}", String.valueOf(item.promisedDays()))
                .replace("{statutory}", String.valueOf(item.statutoryDays()))
                .replace("{body}", item.bodyName())
                .replace("{phone}", item.consultationPhone())
                .replace("{result}", item.result())
                .replace("{visits}", String.valueOf(item.visits()))
                .replace("{reason}", item.visitReason().orElse(""))
                .replace("{fee}", item.feeStandard().orElse(""))
                .replace(
                        "{may-follow}",
                        item.materials().stream()
                                .filter(material -> material.requirement() == Material.Requirement.MAY_FOLLOW)
                                .map(Material::name)
                                .collect(Collectors.joining("、")));
    }
}
