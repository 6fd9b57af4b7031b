package org.zhengtong.services.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What the rules need to know of a case.
 *
 * @param receivedOn the day the filing came in, or its correction: the five days for the answer run from here
 * @param precheckedOn when the filing was given back with advice before it was received
 * @param correctionAskedOn when the one correction notice went out
 * @param correctionUntil the last day for the correction
 * @param acceptedOn the day of acceptance in law, from which the decision's clocks run
 * @param pauses special procedures; at most the last one is still open
 * @param planned the special procedure that is announced and has not begun
 * @param deferred materials that may follow
 * @param signed the levels of the review that are signed, in order
 * @param opinions what other bodies were asked
 * @param renewal the licence it is to renew
 */
public record CaseStanding(
        CaseState state,
        LocalDate receivedOn,
        Optional<LocalDate> precheckedOn,
        Optional<LocalDate> correctionAskedOn,
        Optional<LocalDate> correctionUntil,
        Optional<LocalDate> acceptedOn,
        Optional<LocalDate> decidedOn,
        Optional<Outcome> outcome,
        Optional<LocalDate> deliveredOn,
        List<Pause> pauses,
        Optional<PlannedProcedure> planned,
        Optional<Extension> extension,
        List<Deferral> deferred,
        List<SignOff> signed,
        List<AskedOpinion> opinions,
        Optional<Renewal> renewal) {

    public CaseStanding {
        pauses = List.copyOf(pauses);
        deferred = List.copyOf(deferred);
        signed = List.copyOf(signed);
        opinions = List.copyOf(opinions);
    }

    public static CaseStanding filed(LocalDate day) {
        return new Change(day).made();
    }

    public static CaseStanding filed(LocalDate day, Optional<Renewal> renewal) {
        return filed(day).with(change -> change.renewal = renewal);
    }

    /** The materials still to come, the most urgent first. */
    public List<Deferral> awaited() {
        return deferred.stream()
                .filter(Deferral::isAwaited)
                .sorted(Comparator.comparing(Deferral::until))
                .toList();
    }

    /** In a case that has ended no procedure begins any more. */
    CaseStanding in(CaseState next) {
        return with(change -> {
            change.state = next;
            change.planned = planned.filter(_ -> next.isOpen());
        });
    }

    CaseStanding prechecked(LocalDate day) {
        return with(change -> {
            change.state = CaseState.PRECHECK_RETURNED;
            change.precheckedOn = Optional.of(day);
        });
    }

    CaseStanding resubmitted(LocalDate day) {
        return with(change -> {
            change.state = CaseState.SUBMITTED;
            change.receivedOn = day;
        });
    }

    CaseStanding correctionAsked(LocalDate day, LocalDate until) {
        return with(change -> {
            change.state = CaseState.CORRECTION_REQUESTED;
            change.correctionAskedOn = Optional.of(day);
            change.correctionUntil = Optional.of(until);
        });
    }

    CaseStanding corrected(LocalDate day) {
        return with(change -> {
            change.state = CaseState.RECEIVED;
            change.receivedOn = day;
        });
    }

    CaseStanding accepted(LocalDate day, List<Deferral> promised) {
        return with(change -> {
            change.state = CaseState.ACCEPTED;
            change.acceptedOn = Optional.of(day);
            change.deferred = promised;
        });
    }

    /**
     * With the days that were told when the step was written.
     *
     * @param until the last day for the correction, or for what was promised
     */
    CaseStanding told(Optional<LocalDate> until, Optional<LocalDate> accepted) {
        if (until.isEmpty() && accepted.isEmpty()) {
            return this;
        }
        return with(change -> {
            change.acceptedOn = accepted.or(() -> acceptedOn);
            until.ifPresent(day -> {
                if (state == CaseState.CORRECTION_REQUESTED) {
                    change.correctionUntil = until;
                } else {
                    change.deferred = deferred.stream()
                            .map(one -> new Deferral(one.material(), day, one.suppliedOn()))
                            .toList();
                }
            });
        });
    }

    CaseStanding supplied(String material, LocalDate day) {
        return with(change -> change.deferred = deferred.stream()
                .map(one ->
                        one.material().equals(material) ? new Deferral(material, one.until(), Optional.of(day)) : one)
                .toList());
    }

    /** @param last whether it was the last level, and the decision is due */
    CaseStanding signed(SignOff signOff, boolean last) {
        return with(change -> {
            change.state = last ? CaseState.REVIEWED : CaseState.IN_REVIEW;
            change.signed = Stream.concat(signed.stream(), Stream.of(signOff)).toList();
        });
    }

    CaseStanding sentBack() {
        return with(change -> {
            change.state = CaseState.IN_REVIEW;
            change.signed = List.of();
        });
    }

    CaseStanding asked(AskedOpinion opinion) {
        return with(change -> change.opinions =
                Stream.concat(opinions.stream(), Stream.of(opinion)).toList());
    }

    CaseStanding answered(String body, boolean agrees) {
        return with(change -> change.opinions = opinions.stream()
                .map(one -> one.body().equals(body) ? one.answered(agrees) : one)
                .toList());
    }

    CaseStanding announced(PlannedProcedure procedure) {
        return with(change -> change.planned = Optional.of(procedure));
    }

    /** The announced procedure has begun. */
    CaseStanding suspended() {
        return with(change -> {
            change.state = CaseState.SUSPENDED;
            change.planned = Optional.empty();
            change.pauses = Stream.concat(
                            pauses.stream(),
                            planned.stream()
                                    .map(one -> new Pause(one.kind(), one.from(), one.days(), Optional.empty())))
                    .toList();
        });
    }

    CaseStanding resumed(LocalDate day) {
        List<Pause> ended = new ArrayList<>(pauses);
        ended.add(ended.removeLast().ended(day));
        return with(change -> {
            change.state = CaseState.IN_REVIEW;
            change.signed = List.of();
            change.pauses = ended;
        });
    }

    CaseStanding extended(Extension more) {
        return with(change -> change.extension = Optional.of(more));
    }

    CaseStanding decided(Outcome decision, LocalDate day) {
        return with(change -> {
            change.state = decision == Outcome.GRANTED ? CaseState.GRANTED : CaseState.REFUSED;
            change.decidedOn = Optional.of(day);
            change.outcome = Optional.of(decision);
            change.planned = Optional.empty();
        });
    }

    /** What was asked of the dissolved body is asked of its successor. */
    CaseStanding goingOnAt(CaseCommand.BodyChange body) {
        return with(change -> change.opinions = opinions.stream()
                .map(one -> one.body().equals(body.from()) && one.agrees().isEmpty()
                        ? new AskedOpinion(body.to(), body.toName(), one.until(), Optional.empty())
                        : one)
                .toList());
    }

    CaseStanding delivered(LocalDate day) {
        return with(change -> {
            change.state = CaseState.DELIVERED;
            change.deliveredOn = Optional.of(day);
        });
    }

    CaseStanding with(Consumer<Change> change) {
        Change made = new Change(receivedOn);
        made.state = state;
        made.precheckedOn = precheckedOn;
        made.correctionAskedOn = correctionAskedOn;
        made.correctionUntil = correctionUntil;
        made.acceptedOn = acceptedOn;
        made.decidedOn = decidedOn;
        made.outcome = outcome;
        made.deliveredOn = deliveredOn;
        made.pauses = pauses;
        made.planned = planned;
        made.extension = extension;
        made.deferred = deferred;
        made.signed = signed;
        made.opinions = opinions;
        made.renewal = renewal;
        change.accept(made);
        return made.made();
    }

    static final class Change {
        private CaseState state = CaseState.SUBMITTED;
        private LocalDate receivedOn;
        private Optional<LocalDate> precheckedOn = Optional.empty();
        private Optional<LocalDate> correctionAskedOn = Optional.empty();
        private Optional<LocalDate> correctionUntil = Optional.empty();
        private Optional<LocalDate> acceptedOn = Optional.empty();
        private Optional<LocalDate> decidedOn = Optional.empty();
        private Optional<Outcome> outcome = Optional.empty();
        private Optional<LocalDate> deliveredOn = Optional.empty();
        private List<Pause> pauses = List.of();
        private Optional<PlannedProcedure> planned = Optional.empty();
        private Optional<Extension> extension = Optional.empty();
        private List<Deferral> deferred = List.of();
        private List<SignOff> signed = List.of();
        private List<AskedOpinion> opinions = List.of();
        Optional<Renewal> renewal = Optional.empty();

        Change(LocalDate receivedOn) {
            this.receivedOn = receivedOn;
        }

        CaseStanding made() {
            return new CaseStanding(
                    state,
                    receivedOn,
                    precheckedOn,
                    correctionAskedOn,
                    correctionUntil,
                    acceptedOn,
                    decidedOn,
                    outcome,
                    deliveredOn,
                    pauses,
                    planned,
                    extension,
                    deferred,
                    signed,
                    opinions,
                    renewal);
        }
    }
}
