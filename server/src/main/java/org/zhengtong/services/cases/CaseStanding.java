package org.zhengtong.services.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the rules need to know of a case.
 *
 * @param receivedOn the day the filing came in, or its correction: the five days for the answer run from here
 * @param correctionAskedOn when the one correction notice went out
 * @param correctionUntil the last day for the correction
 * @param acceptedOn the day of acceptance in law, from which the decision's clocks run
 * @param pauses special procedures; at most the last one is still open
 */
public record CaseStanding(
        CaseState state,
        LocalDate receivedOn,
        Optional<LocalDate> correctionAskedOn,
        Optional<LocalDate> correctionUntil,
        Optional<LocalDate> acceptedOn,
        Optional<LocalDate> decidedOn,
        Optional<Outcome> outcome,
        List<Pause> pauses) {

    public CaseStanding {
        pauses = List.copyOf(pauses);
    }

    public static CaseStanding filed(LocalDate day) {
        return new CaseStanding(
                CaseState.SUBMITTED,
                day,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    CaseStanding in(CaseState next) {
        return new CaseStanding(
                next, receivedOn, correctionAskedOn, correctionUntil, acceptedOn, decidedOn, outcome, pauses);
    }

    CaseStanding correctionAsked(LocalDate day, LocalDate until) {
        return new CaseStanding(
                CaseState.CORRECTION_REQUESTED,
                receivedOn,
                Optional.of(day),
                Optional.of(until),
                acceptedOn,
                decidedOn,
                outcome,
                pauses);
    }

    CaseStanding corrected(LocalDate day) {
        return new CaseStanding(
                CaseState.RECEIVED, day, correctionAskedOn, correctionUntil, acceptedOn, decidedOn, outcome, pauses);
    }

    CaseStanding accepted(LocalDate day) {
        return new CaseStanding(
                CaseState.ACCEPTED,
                receivedOn,
                correctionAskedOn,
                correctionUntil,
                Optional.of(day),
                decidedOn,
                outcome,
                pauses);
    }

    CaseStanding decided(Outcome decision, LocalDate day) {
        CaseState next = decision == Outcome.GRANTED ? CaseState.GRANTED : CaseState.REFUSED;
        return new CaseStanding(
                next,
                receivedOn,
                correctionAskedOn,
                correctionUntil,
                acceptedOn,
                Optional.of(day),
                Optional.of(decision),
                pauses);
    }

    CaseStanding suspended(Pause pause) {
        List<Pause> longer = new ArrayList<>(pauses);
        longer.add(pause);
        return in(CaseState.SUSPENDED).with(longer);
    }

    CaseStanding resumed(LocalDate day) {
        List<Pause> ended = new ArrayList<>(pauses);
        ended.add(ended.removeLast().ended(day));
        return in(CaseState.IN_REVIEW).with(ended);
    }

    private CaseStanding with(List<Pause> others) {
        return new CaseStanding(
                state, receivedOn, correctionAskedOn, correctionUntil, acceptedOn, decidedOn, outcome, others);
    }
}
