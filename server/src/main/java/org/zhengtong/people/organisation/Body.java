package org.zhengtong.people.organisation;

import org.zhengtong.people.identity.Uscc;

/**
 * A public body.
 *
 * @param division the division it serves: 6 digits down to the county, 9 for a town, 12 for a village
 * @param consultationPhone where people ask.
 * @param complaintPhone where people complain; never the same
 */
public record Body(
        Uscc uscc,
        String name,
        String division,
        String address,
        String openingHours,
        String consultationPhone,
        String complaintPhone) {}
