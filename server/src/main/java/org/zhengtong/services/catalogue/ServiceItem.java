package org.zhengtong.services.catalogue;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An implementation entry (实施清单) as published: everything guide, form, window, API and documents need. Elements as in
 * the national exchange schema, GB/T 39046-2020.
 *
 * @param version counts from 1; a published version never changes
 * @param everydayWords how people call it, for the search
 * @param statutoryDays working days the law gives, {@code promisedDays} those the body promises
 * @param instant decided at once (即办件) instead of promised (承诺件)
 * @param visits how often one must come; 0 when everything goes online
 * @param result what one gets; {@code licenceType} when it is an electronic licence
 * @param handlingItems its situations with codes of their own (业务办理项); one that is not divided has none
 */
public record ServiceItem(
        ItemCode code,
        String baseCode,
        int version,
        ItemState state,
        ItemType type,
        String name,
        String summary,
        List<String> everydayWords,
        String bodyUscc,
        String bodyName,
        Set<Audience> audience,
        String lifeEvent,
        List<String> legalBasis,
        String powerSource,
        int level,
        List<String> conditions,
        List<String> flow,
        int statutoryDays,
        int promisedDays,
        boolean instant,
        Optional<String> feeStandard,
        int visits,
        Optional<String> visitReason,
        boolean online,
        boolean postAccepted,
        boolean bookable,
        boolean kiosk,
        String consultationPhone,
        String complaintPhone,
        String address,
        String openingHours,
        List<Material> materials,
        List<Situation> situations,
        Form form,
        String result,
        Optional<String> licenceType,
        List<Question> questions,
        List<HandlingItem> handlingItems,
        FurtherElements further) {
    private static final String BUSINESS_LICENCE = "营业执照";
    private static final String FOUNDATION = "设立登记";

    /** Documents published before an element was known do not say it. */
    public ServiceItem {
        audience = audience.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(audience));
        handlingItems = Objects.requireNonNullElse(handlingItems, List.of());
        further = Objects.requireNonNullElse(further, FurtherElements.NONE);
    }

    /** The handling item the guide's answers lead to; the most special one counts. */
    public Optional<HandlingItem> handlingItem(Map<String, String> answers) {
        return handlingItems.stream()
                .filter(item -> item.isMetBy(answers))
                .max(Comparator.comparingInt(item -> item.situation().size()));
    }

    public boolean canBeFiled() {
        return state == ItemState.IN_USE && online;
    }

    public boolean canBeFiledAtWindow() {
        return state == ItemState.IN_USE;
    }

    /** @param atWindow whether a clerk files it with the person, and not the person online */
    public boolean canBeFiled(boolean atWindow) {
        return atWindow ? canBeFiledAtWindow() : canBeFiled();
    }

    /** Whether nobody has to come. */
    public boolean fullyOnline() {
        return online && visits == 0;
    }

    /**
     * The personal list: what is left of the materials after the guide's questions. Window, web, kiosk and API all show
     * this one list.
     *
     * @param answers situation id → answer id; questions without an answer cut nothing, unknown ids are passed over
     */
    public List<Material> materialsFor(Map<String, String> answers) {
        Set<String> without = situations.stream()
                .flatMap(situation -> situation.answers().stream()
                        .filter(answer -> answer.id().equals(answers.get(situation.id()))))
                .flatMap(answer -> answer.without().stream())
                .collect(Collectors.toSet());
        return materials.stream()
                .filter(material -> !without.contains(material.id()))
                .toList();
    }

    public ServiceItem withState(ItemState state) {
        return with(version, state, questions);
    }

    public ServiceItem withVersion(int version) {
        return with(version, state, questions);
    }

    ServiceItem withQuestions(List<Question> questions) {
        return with(version, state, questions);
    }

    private ServiceItem with(int version, ItemState state, List<Question> questions) {
        return new ServiceItem(
                code,
                baseCode,
                version,
                state,
                type,
                name,
                summary,
                everydayWords,
                bodyUscc,
                bodyName,
                audience,
                lifeEvent,
                legalBasis,
                powerSource,
                level,
                conditions,
                flow,
                statutoryDays,
                promisedDays,
                instant,
                feeStandard,
                visits,
                visitReason,
                online,
                postAccepted,
                bookable,
                kiosk,
                consultationPhone,
                complaintPhone,
                address,
                openingHours,
                materials,
                situations,
                form,
                result,
                licenceType,
                questions,
                handlingItems,
                further);
    }

    /** Whether a firm comes into being with the grant. */
    public boolean foundsFirm() {
        return licenceType.filter(BUSINESS_LICENCE::equals).isPresent() && name.contains(FOUNDATION);
    }

    /** Whether somebody of this kind may file. A firm that is still to be founded is filed for by a person. */
    public boolean isFiledBy(Audience who) {
        return foundsFirm() ? who == Audience.PERSON : isFor(who);
    }

    public boolean isFor(Audience who) {
        return audience.contains(who);
    }

    /** Whether these words of somebody who keeps the catalogue are its code or part of its name or its body's. */
    public boolean isMeantBy(String words) {
        return name.contains(words) || bodyName.contains(words) || code.value().equals(words);
    }

    /** The name of one of its materials; the id itself when it has none such. */
    public String materialName(String id) {
        return materials.stream()
                .filter(material -> material.id().equals(id))
                .map(Material::name)
                .findFirst()
                .orElse(id);
    }
}
