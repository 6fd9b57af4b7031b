package org.zhengtong.services.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.halls.BookingChannel;

/** Why a time cannot be had. */
public sealed interface Refusal {
    DateTimeFormatter CITY_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** The hall takes no bookings for this item. */
    record NotHere() implements Refusal {}

    /** The hall is not open then, the time is past, or it is too far ahead. */
    record NoSuchTime() implements Refusal {}

    record Full() implements Refusal {}

    /** The day opens at this time. */
    record NotYetOpen(Instant opens) implements Refusal {}

    /** People queue for the day, and others are before them. */
    record NotYourTurn(LocalDate day, BookingChannel channel) implements Refusal {}

    /** They booked on this turn already. */
    record TurnOver() implements Refusal {}

    /** Nobody queues for the day at present. */
    record NoQueue() implements Refusal {}

    /** They are in the queue of another way of booking. */
    record OtherQueue() implements Refusal {}

    /** The person has as many bookings in this hall as they may. */
    record TooMany(int most) implements Refusal {}

    /** The person has another booking at this time. */
    record SameTime() implements Refusal {}

    /** The person missed too many bookings. */
    record HeldBack(LocalDate until) implements Refusal {}

    /** They come too long before their time. */
    record TooEarly(String from) implements Refusal {}

    /** Whoever comes on the day is checked in, which gives them their place in line. */
    record CheckedInInstead() implements Refusal {}

    /** There are free times on the days somebody wants to wait for. */
    record StillFree() implements Refusal {}

    /** The days to wait for are in disorder, or not among those open for booking. */
    record NoSuchDays() implements Refusal {}

    /** It is not open any more. */
    record Over() implements Refusal {}

    /** With a sentence for people and a stable type for programs. */
    default Problem problem() {
        return switch (this) {
            case NotHere() -> new Problem(409, "appointments.not-here");
            case NoSuchTime() -> new Problem(409, "appointments.no-such-time");
            case Full() -> new Problem(409, "appointments.full");
            case NotYetOpen(Instant opens) ->
                new Problem(409, "appointments.not-yet-open", CITY_TIME.format(opens.atZone(Page.ZONE)));
            case NotYourTurn(LocalDate day, BookingChannel channel) ->
                new Problem(
                        409,
                        "appointments.not-your-turn",
                        day.toString(),
                        channel == BookingChannel.API ? "POST /api/v1/me/rush" : "");
            case TurnOver() -> new Problem(409, "appointments.turn-over");
            case NoQueue() -> new Problem(409, "appointments.no-queue");
            case OtherQueue() -> new Problem(409, "appointments.other-queue");
            case TooMany(int most) -> new Problem(409, "appointments.too-many", most);
            case SameTime() -> new Problem(409, "appointments.same-time");
            case HeldBack(LocalDate until) -> new Problem(409, "appointments.held-back", until.toString());
            case TooEarly(String from) -> new Problem(409, "appointments.too-early", from);
            case CheckedInInstead() -> new Problem(409, "appointments.checked-in-instead");
            case StillFree() -> new Problem(409, "appointments.still-free");
            case NoSuchDays() -> new Problem(409, "appointments.no-such-days");
            case Over() -> new Problem(409, "appointments.over");
        };
    }
}
