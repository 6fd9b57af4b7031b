package org.zhengtong.services.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.services.catalogue.Material.MaterialSource;

/** What could be better about an entry. Nothing of it holds an entry back; that is {@link EntryCheck}'s. */
public final class EntryAdvice {
    private static final int LONG_LIST = 6;
    private static final int LONG_SUMMARY = 120;

    private EntryAdvice() {}

    /** What is noticed, by the names the pages show. */
    public enum Hint {
        GOVERNMENT_ISSUES_IT_ITSELF,
        ASKED_TWICE,
        MATERIAL_UNCLEAR,
        LONG_LIST_WITHOUT_GUIDE,
        GUIDE_CHANGES_NOTHING,
        PROMISE_IS_THE_LIMIT,
        COMES_MORE_THAN_ONCE,
        NOT_ONLINE,
        NO_EVERYDAY_WORDS,
        NO_QUESTIONS,
        LAW_NOT_NAMED,
        SUMMARY_IS_LONG
    }

    /** @param detail what of it, as in {@link EntryCheck.Finding} */
    public record Advice(Hint hint, Element element, String detail) {}

    public static List<Advice> of(ServiceItem item) {
        List<Advice> advice = new ArrayList<>();
        materials(item, advice);
        guide(item, advice);
        if (!item.instant() && item.promisedDays() >= item.statutoryDays()) {
            advice.add(
                    new Advice(Hint.PROMISE_IS_THE_LIMIT, Element.PROMISED_DAYS, String.valueOf(item.statutoryDays())));
        }
        if (item.visits() > 1) {
            advice.add(new Advice(Hint.COMES_MORE_THAN_ONCE, Element.VISITS, String.valueOf(item.visits())));
        }
        if (!item.online()) {
            advice.add(new Advice(Hint.NOT_ONLINE, Element.ONLINE, ""));
        }
        if (item.everydayWords().isEmpty()) {
            advice.add(new Advice(Hint.NO_EVERYDAY_WORDS, Element.EVERYDAY_WORDS, ""));
        }
        if (item.questions().isEmpty()) {
            advice.add(new Advice(Hint.NO_QUESTIONS, Element.QUESTIONS, ""));
        }
        item.legalBasis().stream()
                .filter(law -> !law.contains("《"))
                .forEach(law -> advice.add(new Advice(Hint.LAW_NOT_NAMED, Element.LEGAL_BASIS, law)));
        if (item.summary().length() > LONG_SUMMARY) {
            advice.add(new Advice(Hint.SUMMARY_IS_LONG, Element.SUMMARY, String.valueOf(LONG_SUMMARY)));
        }
        return List.copyOf(advice);
    }

    private static void materials(ServiceItem item, List<Advice> advice) {
        Map<String, String> known = new HashMap<>();
        for (Material material : item.materials()) {
            if (issuedWithoutLicence(material)) {
                advice.add(new Advice(Hint.GOVERNMENT_ISSUES_IT_ITSELF, Element.MATERIALS, material.name()));
            }
            if (material.copies().isBlank()
                    || material.format().isBlank()
                    || material.acceptanceStandard().isBlank()) {
                advice.add(new Advice(Hint.MATERIAL_UNCLEAR, Element.MATERIALS, material.name()));
            }
            Optional.ofNullable(known.putIfAbsent(MaterialNames.key(material.name()), material.name()))
                    .ifPresent(first -> advice.add(
                            new Advice(Hint.ASKED_TWICE, Element.MATERIALS, first + " / " + material.name())));
        }
    }

    /** Whether the government issues it and nevertheless asks for it. */
    static boolean issuedWithoutLicence(Material material) {
        return material.source() == MaterialSource.GOVERNMENT
                && !material.generated()
                && material.licenceType().isEmpty();
    }

    private static void guide(ServiceItem item, List<Advice> advice) {
        long handedIn = item.materials().stream()
                .filter(material -> !material.isSpared())
                .count();
        if (item.situations().isEmpty() && handedIn >= LONG_LIST) {
            advice.add(new Advice(Hint.LONG_LIST_WITHOUT_GUIDE, Element.SITUATIONS, String.valueOf(handedIn)));
        }
        item.situations().stream()
                .filter(situation -> situation.answers().stream()
                        .allMatch(answer -> answer.without().isEmpty()))
                .filter(situation -> item.handlingItems().stream()
                        .noneMatch(handling -> handling.situation().containsKey(situation.id())))
                .forEach(situation ->
                        advice.add(new Advice(Hint.GUIDE_CHANGES_NOTHING, Element.SITUATIONS, situation.question())));
    }
}
