package org.zhengtong.services.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.halls.BookingChannel;

/**
 * Somebody waits until a time comes free.
 *
 * @param group id of the group that would serve them
 * @param from the first day that suits them
 * @param until the last
 */
public record Waiting(
        UUID id,
        PersonId person,
        String hall,
        String group,
        String item,
        String itemName,
        BookingChannel channel,
        LocalDate from,
        LocalDate until,
        Instant askedAt) {}
