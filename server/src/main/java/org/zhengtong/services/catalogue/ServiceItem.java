package org.zhengtong.services.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        List<Question> questions) {

    public boolean canBeFiled() {
        return state == ItemState.IN_USE && online;
    }

    public boolean isFor(Audience who) {
        return audience.contains(who);
    }
}
