package org.zhengtong.services.supervision;

import java.time.LocalDate;
import java.util.Optional;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Role;

/**
 * What a post of a body did on a day.
 *
 * @param staff who; absent for what came in to the post and for what the program did
 * @param received cases that came to the post
 * @param done cases it passed on or decided
 * @param workingDays the sum over those done, from the day each came to the post
 * @param inTime of the decisions, those within the promise
 */
public record WorkDay(
        LocalDate day,
        String body,
        Role post,
        Optional<PersonId> staff,
        int received,
        int done,
        int workingDays,
        int inTime) {}
