package org.zhengtong.services.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.services.catalogue.Material.MaterialSource;
import tools.jackson.databind.JsonNode;

/**
 * The publishing gate: what an implementation entry must satisfy before anybody may file for it. Every finding names
 * the rule and the element at fault.
 */
public final class EntryCheck {
    private static final Pattern CATCH_ALL = Pattern.compile(".*(其他|其它).*(材料|资料|文件|证明).*|.*法律法规规定的其[他它].*");
    private static final Pattern SEQUENCE = Pattern.compile("[0-9]{2}");
    private static final Pattern VAGUE = Pattern.compile("另行通知|待定|视情|视具体情况");
    private static final List<String> WHOLE_FLOW = List.of("受理", "审查", "决定", "办结", "送达");

    private EntryCheck() {}

    /** The rules, by the names the findings and the desk show. */
    public enum Rule {
        ELEMENT_MISSING,
        CODES_DISAGREE,
        PROMISED_WITHIN_STATUTORY,
        INSTANT_MEANS_INSTANT_REVIEW,
        CERTIFICATE_IS_LICENCE,
        VISITS_HAVE_A_REASON,
        NO_VISIT_NO_REASON,
        OFFLINE_WITHOUT_VISIT_TAKES_POST,
        FULLY_ONLINE_MEANS_NO_VISIT,
        FEE_HAS_PROJECT_STANDARD_BASIS,
        PHONES_DIFFER,
        LICENCE_HAS_QUESTION_AND_WHOLE_FLOW,
        NO_CATCH_ALL_MATERIAL,
        NOTHING_VAGUE,
        REFERENCES_EXIST,
        FORM_IS_SOUND,
        ISSUER_NAMED,
        INHERITED_EQUAL,
        INHERITED_SUBSET,
        HANDLING_CODES,
        MATERIAL_TWICE
    }

    /**
     * @param element the {@link Element#id()} at fault, or the name of a code
     * @param detail what of it: the material, the field, the words; empty when it is the whole element
     */
    public record Finding(Rule rule, String element, String detail) {
        Finding(Rule rule, String element) {
            this(rule, element, "");
        }

        /** Where it is mended. */
        public Optional<Element> at() {
            return Element.of(element);
        }
    }

    public static List<Finding> findings(ServiceItem item) {
        List<Finding> findings = new ArrayList<>();
        missing(item, findings);
        codes(item, findings);
        times(item, findings);
        visits(item, findings);
        result(item, findings);
        materials(item, findings);
        references(item, findings);
        item.feeStandard()
                .filter(fee -> !Stream.of("项目:", "标准:", "依据:").allMatch(fee::contains))
                .ifPresent(fee -> findings.add(new Finding(Rule.FEE_HAS_PROJECT_STANDARD_BASIS, "feeStandard")));
        if (item.consultationPhone().equals(item.complaintPhone())) {
            findings.add(new Finding(Rule.PHONES_DIFFER, "complaintPhone"));
        }
        vague(item, findings);
        handlingItems(item, findings);
        return List.copyOf(findings);
    }

    private static void missing(ServiceItem item, List<Finding> findings) {
        record Needed(String name, boolean present) {}
        Predicate<String> said = text -> !text.isBlank();
        Stream.of(
                        new Needed("name", said.test(item.name())),
                        new Needed("summary", said.test(item.summary())),
                        new Needed("bodyName", said.test(item.bodyName())),
                        new Needed("audience", !item.audience().isEmpty()),
                        new Needed("lifeEvent", said.test(item.lifeEvent())),
                        new Needed("legalBasis", !item.legalBasis().isEmpty()),
                        new Needed("powerSource", said.test(item.powerSource())),
                        new Needed("conditions", !item.conditions().isEmpty()),
                        new Needed("flow", !item.flow().isEmpty()),
                        new Needed("statutoryDays", item.statutoryDays() > 0),
                        new Needed("promisedDays", item.promisedDays() > 0),
                        new Needed("consultationPhone", said.test(item.consultationPhone())),
                        new Needed("complaintPhone", said.test(item.complaintPhone())),
                        new Needed("address", said.test(item.address())),
                        new Needed("openingHours", said.test(item.openingHours())),
                        new Needed("materials", !item.materials().isEmpty()),
                        new Needed("form", !item.form().fields().isEmpty()),
                        new Needed("result", said.test(item.result())))
                .filter(element -> !element.present())
                .forEach(element -> findings.add(new Finding(Rule.ELEMENT_MISSING, element.name())));
    }

    private static void codes(ServiceItem item, List<Finding> findings) {
        String composed = item.bodyUscc() + item.level() + item.baseCode();
        boolean typed = item.baseCode().length() == 12
                && item.baseCode().substring(2, 4).equals(item.type().code());
        if (!item.code().value().equals(composed)) {
            findings.add(new Finding(Rule.CODES_DISAGREE, "code"));
        }
        if (!typed) {
            findings.add(new Finding(Rule.CODES_DISAGREE, "baseCode"));
        }
        if (Uscc.parse(item.bodyUscc()).isEmpty()) {
            findings.add(new Finding(Rule.CODES_DISAGREE, "bodyUscc"));
        }
    }

    private static void times(ServiceItem item, List<Finding> findings) {
        if (item.promisedDays() > item.statutoryDays()) {
            findings.add(new Finding(Rule.PROMISED_WITHIN_STATUTORY, "promisedDays"));
        }
        if (item.instant() != item.flow().contains("当场审查") || (item.instant() && item.promisedDays() > 1)) {
            findings.add(new Finding(Rule.INSTANT_MEANS_INSTANT_REVIEW, "instant"));
        }
    }

    private static void visits(ServiceItem item, List<Finding> findings) {
        if (item.visits() > 0 && item.visitReason().isEmpty()) {
            findings.add(new Finding(Rule.VISITS_HAVE_A_REASON, "visitReason"));
        }
        if (item.visits() == 0 && item.visitReason().isPresent()) {
            findings.add(new Finding(Rule.NO_VISIT_NO_REASON, "visitReason"));
        }
        if (item.visits() == 0 && !item.online() && !item.postAccepted()) {
            findings.add(new Finding(Rule.OFFLINE_WITHOUT_VISIT_TAKES_POST, "postAccepted"));
        }
        if (!item.fullyOnline() && texts(item).anyMatch(text -> text.contains("全程网办"))) {
            findings.add(new Finding(Rule.FULLY_ONLINE_MEANS_NO_VISIT, "visits"));
        }
    }

    private static void result(ServiceItem item, List<Finding> findings) {
        boolean certificate = item.result().matches(".*(证|证书|执照)");
        if (certificate && item.licenceType().isEmpty()) {
            findings.add(new Finding(Rule.CERTIFICATE_IS_LICENCE, "licenceType"));
        }
        boolean wholeFlow =
                WHOLE_FLOW.stream().allMatch(step -> item.flow().stream().anyMatch(part -> part.contains(step)));
        if (item.licenceType().isPresent() && item.questions().isEmpty()) {
            findings.add(new Finding(Rule.LICENCE_HAS_QUESTION_AND_WHOLE_FLOW, "questions"));
        }
        if (item.licenceType().isPresent() && !wholeFlow) {
            findings.add(new Finding(Rule.LICENCE_HAS_QUESTION_AND_WHOLE_FLOW, "flow"));
        }
    }

    private static void materials(ServiceItem item, List<Finding> findings) {
        for (Material material : item.materials()) {
            if (CATCH_ALL.matcher(material.name()).matches()) {
                findings.add(new Finding(Rule.NO_CATCH_ALL_MATERIAL, "materials", material.name()));
            }
            if (material.source() != MaterialSource.APPLICANT
                    && material.issuingBody().isEmpty()) {
                findings.add(new Finding(Rule.ISSUER_NAMED, "materials", material.name()));
            }
        }
        Set<String> names = new HashSet<>();
        item.materials().stream()
                .map(Material::name)
                .filter(name -> !names.add(name))
                .forEach(name -> findings.add(new Finding(Rule.MATERIAL_TWICE, "materials", name)));
    }

    private static void handlingItems(ServiceItem item, List<Finding> findings) {
        Set<String> sequences = new HashSet<>();
        for (HandlingItem handling : item.handlingItems()) {
            boolean coded = SEQUENCE.matcher(handling.sequence()).matches() && sequences.add(handling.sequence());
            if (!coded || handling.name().isBlank()) {
                findings.add(new Finding(Rule.HANDLING_CODES, "handlingItems", handling.sequence()));
            }
            handling.situation().forEach((situation, answer) -> {
                boolean known = item.situations().stream()
                        .filter(one -> one.id().equals(situation))
                        .flatMap(one -> one.answers().stream())
                        .anyMatch(one -> one.id().equals(answer));
                if (!known) {
                    findings.add(new Finding(Rule.REFERENCES_EXIST, "handlingItems", handling.name()));
                }
            });
        }
    }

    private static void vague(ServiceItem item, List<Finding> findings) {
        EntryDocument document = EntryDocument.of(item);
        for (Element element : Element.values()) {
            if (element.kind() != Element.Kind.FORM) {
                strings(document.get(element))
                        .filter(text -> VAGUE.matcher(text).find())
                        .findFirst()
                        .ifPresent(text -> findings.add(new Finding(Rule.NOTHING_VAGUE, element.id(), text)));
            }
        }
    }

    private static Stream<String> strings(JsonNode node) {
        return node.isString() ? Stream.of(node.asString()) : node.valueStream().flatMap(EntryCheck::strings);
    }

    private static void references(ServiceItem item, List<Finding> findings) {
        Set<String> materials = new HashSet<>();
        for (Material material : item.materials()) {
            if (!materials.add(material.id())) {
                findings.add(new Finding(Rule.REFERENCES_EXIST, "materials", material.id()));
            }
        }
        item.situations().stream()
                .flatMap(situation -> situation.answers().stream())
                .flatMap(answer -> answer.without().stream())
                .filter(id -> !materials.contains(id))
                .forEach(id -> findings.add(new Finding(Rule.REFERENCES_EXIST, "situations", id)));
        FormFaults.of(item.form()).stream()
                .map(FormFaults.Fault::element)
                .distinct()
                .forEach(element -> findings.add(new Finding(Rule.FORM_IS_SOUND, "form", element)));
    }

    private static Stream<String> texts(ServiceItem item) {
        return Stream.of(
                        Stream.of(item.summary(), item.openingHours(), item.result()),
                        item.conditions().stream(),
                        item.feeStandard().stream(),
                        item.visitReason().stream(),
                        item.materials().stream().flatMap(material -> Stream.of(material.name(), material.copies())),
                        item.questions().stream().map(Question::answer))
                .flatMap(text -> text);
    }
}
