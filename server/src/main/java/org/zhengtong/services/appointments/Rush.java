package org.zhengtong.services.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.services.halls.BookingChannel;

/**
 * A day that opens at a time everybody knows, and the queue for it.
 *
 * @param commitment the SM3 of the seed, told before the lot is drawn, in hexadecimal digits
 * @param seed what the lot was drawn with; told once it was drawn
 * @param placed how many have a place
 * @param free seats of the day that nobody has and nobody was let in for
 */
public record Rush(
        UUID id,
        String hall,
        BookingChannel channel,
        LocalDate day,
        Instant released,
        String commitment,
        Optional<String> seed,
        int placed,
        int free) {}
