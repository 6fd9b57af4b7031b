package org.zhengtong.services.appointments.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.appointments.Offer;

/**
 * Days and times to choose from.
 *
 * @param address of the page, to which the day is added
 * @param action where the chosen time is sent
 * @param hidden further fields of the form
 * @param problem why the last choice could not be had
 * @param turn until when a seat of the chosen day is kept for this person, who queued for it
 * @param room the waiting room of the chosen day, when people queue for it and it is not this person's turn
 */
public record Choice(
        Offer offer,
        Optional<Offer.Day> day,
        String address,
        String action,
        Map<String, String> hidden,
        Optional<Problem> problem,
        Optional<Instant> turn,
        Optional<String> room) {

    /** On the day that was asked for, else on the first with a free time. */
    static Choice of(
            Offer offer,
            String day,
            String address,
            String action,
            Map<String, String> hidden,
            Optional<Problem> problem) {
        Optional<Offer.Day> chosen = offer.days().stream()
                .filter(one -> one.date().toString().equals(day))
                .findFirst()
                .or(offer::firstFree)
                .or(() -> offer.days().stream().findFirst());
        return new Choice(offer, chosen, address, action, hidden, problem, Optional.empty(), Optional.empty());
    }

    /** The same, but people queue for the chosen day. */
    Choice queuedAt(String waitingRoom) {
        return new Choice(offer, day, address, action, hidden, problem, Optional.empty(), Optional.of(waitingRoom));
    }

    /** The same, and it is the turn of this person, who queued for the chosen day. */
    Choice onTurn(Instant until) {
        return new Choice(offer, day, address, action, hidden, problem, Optional.of(until), Optional.empty());
    }

    public List<Offer.Day> days() {
        return offer.days();
    }

    /** Those that have opened. */
    public List<Offer.Day> open() {
        return days().stream().filter(one -> one.opens().isEmpty()).toList();
    }

    public String address(Offer.Day one) {
        return address + (address.contains("?") ? "&" : "?") + "day=" + one.date();
    }
}
