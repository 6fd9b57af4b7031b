package org.zhengtong.services.halls;

import java.util.List;
import java.util.Optional;

/**
 * A hall where people are served in person.
 *
 * @param id part of its address on the site
 * @param division the 6-digit division it stands in
 * @param way how to get there
 * @param services what it has, such as a self-service area or step-free access
 * @param bodies the USCCs of the bodies with windows here
 */
public record Hall(
        String id,
        String name,
        String division,
        String address,
        String openingHours,
        String phone,
        String way,
        List<String> services,
        List<String> bodies) {

    /** The one of this id; without it the first. */
    public static Optional<Hall> chosen(List<Hall> halls, String id) {
        return halls.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .or(() -> halls.stream().findFirst());
    }
}
