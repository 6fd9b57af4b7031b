package org.zhengtong.people.organisation;

import org.zhengtong.people.identity.Uscc;

/**
 * A public body.
 *
 * @param division the 6-digit division it serves
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
