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

/**
 * The publishing gate: what an implementation entry must satisfy before anybody may file for it. Every finding names
 * the rule and the element at fault.
 */
public final class EntryCheck {
    private static final Pattern CATCH_ALL = Pattern.compile(".*(其他|其它).*(材料|资料|文件|证明).*|.*法律法规规定的其[他它].*");
    private static final List<String> FEE_PARTS = List.of("项目", "标准", "依据");
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
        MATERIAL_TWICE,
        LEVEL_OF_BODY,
        BASE_ITEM_EXISTS,
        ONLINE_DEPTH_AGREES,
        ONLINE_ADDRESS_IS_SAFE,
        ONE_LIST,
        GUIDE_CAN_BE_ANSWERED,
        MATERIAL_HAS_BASIS,
        SPECIAL_PROCEDURE_HAS_DAYS,
        SIGN_OFF_IS_ORDERLY,
        RENEWAL_IS_AN_ANSWER,
        BODY_NATURE_IS_BACKED,
        TEXT_WITHIN_LIMITS,
        LIST_WITHIN_LIMITS,
        CHARACTERS_ARE_PLAIN
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
        ChannelCheck.visits(item, findings);
        ChannelCheck.online(item, findings);
        result(item, findings);
        materials(item, findings);
        references(item, findings);
        fee(item, findings);
        if (item.consultationPhone().equals(item.complaintPhone())) {
            findings.add(new Finding(Rule.PHONES_DIFFER, "complaintPhone"));
        }
        TextCheck.add(item, findings);
        guide(item, findings);
        handlingItems(item, findings);
        BodyCheck.add(item, findings);
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

    private static void fee(ServiceItem item, List<Finding> findings) {
        item.feeStandard()
                .ifPresent(fee -> FEE_PARTS.stream()
                        .filter(part -> !Pattern.compile("(^|[;；])\\s*" + part + "[:：]\\s*[^;；\\s]")
                                .matcher(fee)
                                .find())
                        .forEach(part ->
                                findings.add(new Finding(Rule.FEE_HAS_PROJECT_STANDARD_BASIS, "feeStandard", part))));
    }

    private static void result(ServiceItem item, List<Finding> findings) {
        boolean certificate = item.result().matches(".*(证|证书|执照)");
        if (certificate && item.licenceType().isEmpty()) {
            findings.add(new Finding(Rule.CERTIFICATE_IS_LICENCE, "licenceType"));
        }
        boolean wholeFlow =
                WHOLE_FLOW.stream().allMatch(step -> item.flow().stream().anyMatch(part -> part.contains(step)));
        boolean licence = item.licenceType().isPresent() || item.type() == ItemType.LICENSING;
        if (licence && item.questions().isEmpty()) {
            findings.add(new Finding(Rule.LICENCE_HAS_QUESTION_AND_WHOLE_FLOW, "questions"));
        }
        if (licence && !wholeFlow) {
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
            if (material.legalBasis().isBlank()) {
                findings.add(new Finding(Rule.MATERIAL_HAS_BASIS, "materials", material.name()));
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
            boolean coded = HandlingCode.isSequence(handling.sequence()) && sequences.add(handling.sequence());
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

    private static void guide(ServiceItem item, List<Finding> findings) {
        Set<String> situations = new HashSet<>();
        for (Situation situation : item.situations()) {
            long answers = situation.answers().stream()
                    .filter(answer -> !answer.text().isBlank())
                    .map(Situation.Answer::id)
                    .distinct()
                    .count();
            boolean fresh = situations.add(situation.id());
            boolean complete = answers >= 2 && answers == situation.answers().size();
            if (situation.question().isBlank() || !complete || !fresh) {
                String called = situation.question().isBlank() ? situation.id() : situation.question();
                findings.add(new Finding(Rule.GUIDE_CAN_BE_ANSWERED, "situations", called));
            }
        }
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
}
