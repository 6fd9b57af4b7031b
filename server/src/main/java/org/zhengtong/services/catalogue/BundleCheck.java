package org.zhengtong.services.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The publishing gate for bundles. Every finding names the rule and the element at fault. */
public final class BundleCheck {
    private static final int FEWEST = 2;

    private BundleCheck() {}

    /** The rules, by the names under which the message files say what is wrong and by which law. */
    public enum Rule {
        ELEMENT_MISSING,
        TEXT_WITHIN_LIMITS,
        CHARACTERS_ARE_PLAIN,
        TOO_FEW_ITEMS,
        UNKNOWN_ITEM,
        CANCELLED_ITEM,
        SUSPENDED_ITEM,
        ITEM_TWICE,
        LEAD_BODY_TAKES_PART,
        COMMON_AUDIENCE,
        GUIDE_IS_WHOLE,
        GUIDE_LEAVES_SOMETHING,
        ORDER_REFERENCES_EXIST,
        NO_CYCLE,
        /** Told to the editor; it holds nothing back, for the question is asked under a name of its own. */
        SAME_NAME_OTHER_MEANING;

        public boolean holdsBack() {
            return this != SAME_NAME_OTHER_MEANING;
        }
    }

    /** @param detail what of the element: an item, a question, the way of a circle, the limit exceeded; empty when it is the whole */
    public record Finding(Rule rule, BundleElement element, String detail) {}

    /** @param known the newest versions of the bundle's items, in whatever state */
    public static List<Finding> findings(Bundle bundle, Map<ItemCode, ServiceItem> known) {
        List<Finding> findings = new ArrayList<>();
        missing(bundle, findings);
        texts(bundle, findings);
        items(bundle, known, findings);
        List<ServiceItem> items = bundle.items().stream()
                .distinct()
                .flatMap(code -> Optional.ofNullable(known.get(code)).stream())
                .toList();
        bodies(bundle, items, findings);
        guide(bundle, findings);
        order(bundle, items, findings);
        return List.copyOf(findings);
    }

    private static void missing(Bundle bundle, List<Finding> findings) {
        Map.of(
                        BundleElement.NAME, bundle.name(),
                        BundleElement.SUMMARY, bundle.summary(),
                        BundleElement.LIFE_EVENT, bundle.lifeEvent(),
                        BundleElement.LEAD_BODY, bundle.leadBody().orElse(""))
                .entrySet()
                .stream()
                .filter(element -> element.getValue().isBlank())
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(element -> findings.add(new Finding(Rule.ELEMENT_MISSING, element, "")));
        if (bundle.audience().isEmpty()) {
            findings.add(new Finding(Rule.ELEMENT_MISSING, BundleElement.AUDIENCE, ""));
        }
    }

    private static void texts(Bundle bundle, List<Finding> findings) {
        for (BundleElement element : BundleElement.values()) {
            if (element.texts(bundle).anyMatch(text -> text.codePointCount(0, text.length()) > element.longest())) {
                findings.add(new Finding(Rule.TEXT_WITHIN_LIMITS, element, String.valueOf(element.longest())));
            }
            element.texts(bundle)
                    .map(text -> TextCheck.hidden(text, true))
                    .flatMapToInt(OptionalInt::stream)
                    .mapToObj("U+%04X"::formatted)
                    .findFirst()
                    .ifPresent(code -> findings.add(new Finding(Rule.CHARACTERS_ARE_PLAIN, element, code)));
        }
    }

    private static void items(Bundle bundle, Map<ItemCode, ServiceItem> known, List<Finding> findings) {
        Set<ItemCode> seen = new HashSet<>();
        for (ItemCode code : bundle.items()) {
            ServiceItem item = known.get(code);
            if (!seen.add(code)) {
                findings.add(
                        new Finding(Rule.ITEM_TWICE, BundleElement.ITEMS, item == null ? code.value() : item.name()));
            } else if (item == null) {
                findings.add(new Finding(Rule.UNKNOWN_ITEM, BundleElement.ITEMS, code.value()));
            } else if (item.state() == ItemState.SUSPENDED) {
                findings.add(new Finding(Rule.SUSPENDED_ITEM, BundleElement.ITEMS, item.name()));
            } else if (item.state() != ItemState.IN_USE) {
                findings.add(new Finding(Rule.CANCELLED_ITEM, BundleElement.ITEMS, item.name()));
            }
        }
        if (seen.size() < FEWEST) {
            findings.add(new Finding(Rule.TOO_FEW_ITEMS, BundleElement.ITEMS, ""));
        }
    }

    private static void bodies(Bundle bundle, List<ServiceItem> items, List<Finding> findings) {
        boolean leads = bundle.leadBody()
                .map(uscc -> items.stream().anyMatch(item -> item.bodyUscc().equals(uscc)))
                .orElse(true);
        if (!leads) {
            findings.add(new Finding(Rule.LEAD_BODY_TAKES_PART, BundleElement.LEAD_BODY, ""));
        }
        Set<Audience> common = common(items);
        if (common.isEmpty() || (!items.isEmpty() && !common.containsAll(bundle.audience()))) {
            findings.add(new Finding(Rule.COMMON_AUDIENCE, BundleElement.AUDIENCE, ""));
        }
    }

    /** Who can have all of it done. Who founds a firm is a person before and acts for the firm afterwards. */
    private static Set<Audience> common(List<ServiceItem> items) {
        Set<Audience> common = EnumSet.allOf(Audience.class);
        if (items.stream().noneMatch(ServiceItem::foundsFirm)) {
            items.forEach(item -> common.retainAll(item.audience()));
        }
        return common;
    }

    private static void guide(Bundle bundle, List<Finding> findings) {
        Set<String> ids = new HashSet<>();
        for (Bundle.Choice choice : bundle.guide()) {
            Set<String> answers = new HashSet<>();
            boolean whole = ids.add(choice.id())
                    && !choice.question().isBlank()
                    && choice.answers().size() > 1
                    && choice.answers().stream()
                            .allMatch(answer -> answers.add(answer.id())
                                    && !answer.text().isBlank()
                                    && bundle.items().containsAll(answer.without()));
            if (!whole) {
                findings.add(new Finding(Rule.GUIDE_IS_WHOLE, BundleElement.GUIDE, choice.question()));
            }
            for (Bundle.Answer answer : choice.answers()) {
                if (!bundle.items().isEmpty()
                        && bundle.itemsFor(Map.of(choice.id(), answer.id())).isEmpty()) {
                    findings.add(new Finding(
                            Rule.GUIDE_LEAVES_SOMETHING, BundleElement.GUIDE, choice.question() + " " + answer.text()));
                }
            }
        }
    }

    private static void order(Bundle bundle, List<ServiceItem> items, List<Finding> findings) {
        for (Bundle.Precedence precedence : bundle.order()) {
            if (!bundle.items().contains(precedence.first())
                    || !bundle.items().contains(precedence.then())
                    || precedence.first().equals(precedence.then())) {
                findings.add(new Finding(
                        Rule.ORDER_REFERENCES_EXIST,
                        BundleElement.ORDER,
                        name(items, precedence.first()) + " → " + name(items, precedence.then())));
            }
        }
        BundlePlan plan = BundlePlan.of(bundle, items, Map.of());
        for (List<ServiceItem> cycle : plan.order().cycles()) {
            String way = cycle.stream().map(ServiceItem::name).collect(Collectors.joining(" → ", "", " → "));
            findings.add(new Finding(
                    Rule.NO_CYCLE, BundleElement.ORDER, way + cycle.getFirst().name()));
        }
        for (MergedForm.Conflict conflict : plan.form().conflicts()) {
            findings.add(new Finding(
                    Rule.SAME_NAME_OTHER_MEANING,
                    BundleElement.ITEMS,
                    conflict.field().label() + " (" + conflict.field().id() + ") · "
                            + conflict.item().name()));
        }
    }

    private static String name(List<ServiceItem> items, ItemCode code) {
        return items.stream()
                .filter(item -> item.code().equals(code))
                .map(ServiceItem::name)
                .findFirst()
                .orElse(code.value());
    }
}
