package org.zhengtong.services.halls;

import java.util.List;

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
        List<String> bodies) {}
