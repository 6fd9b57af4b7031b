package org.zhengtong.services.appointments.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.TypedDay;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.appointments.Appointment.State;
import org.zhengtong.services.appointments.DayClosing;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.SpecialDay;
import org.zhengtong.services.halls.PlanDesk;

/** Closes the day in the hall's plan first, so that nobody books it any more, and then moves those who did. */
@Service
class ClosedDays implements DayClosing {
    private static final int LONGEST_REASON = 60;
    private final PlanDesk plans;
    private final AppointmentStore store;
    private final SeatBooking booking;
    private final BookingRules rules;

    ClosedDays(PlanDesk plans, AppointmentStore store, SeatBooking booking, BookingRules rules) {
        this.rules = rules;
        this.plans = plans;
        this.store = store;
        this.booking = booking;
    }

    @Override
    public int booked(StaffMember by, String hall, LocalDate day) {
        return store.open(plans.plan(by, hall).hall().id(), day).size();
    }

    @Override
    public Answer close(StaffMember by, String hall, String typedDay, String typedReason) {
        PlanDesk.Kept kept = plans.plan(by, hall);
        List<WrongField> wrong = new ArrayList<>();
        Optional<LocalDate> day =
                TypedDay.parse(typedDay).filter(one -> !one.isBefore(rules.now().day()));
        if (day.isEmpty()) {
            wrong.add(new WrongField("day", "appointments.wrong.day"));
        }
        String reason = PlainText.tidy(typedReason);
        PlainText.checkRequired("reason", reason, LONGEST_REASON, "halls.wrong.reason")
                .ifPresent(wrong::add);
        if (!wrong.isEmpty()) {
            return new Answer.Wrong(wrong);
        }
        SpecialDay closed = new SpecialDay(day.orElseThrow(), List.of(), reason);
        if (plans.change(by, kept.version(), without(kept.plan(), closed)) instanceof PlanDesk.Answer.Faulty) {
            throw new Problem(409, "halls.changed-meanwhile");
        }
        return postponed(by, store.open(hall, closed.day()));
    }

    private Answer postponed(StaffMember by, List<UUID> booked) {
        int moved = 0;
        int cancelled = 0;
        for (UUID one : booked) {
            State now = booking.postpone(one, by.actor());
            moved += now == State.BOOKED ? 1 : 0;
            cancelled += now == State.CLOSED ? 1 : 0;
        }
        return new Answer.Done(moved, cancelled);
    }

    private static HallPlan without(HallPlan plan, SpecialDay closed) {
        return new HallPlan(
                plan.hall(),
                plan.areas(),
                plan.windows(),
                plan.groups(),
                plan.week(),
                Stream.concat(
                                plan.specialDays().stream()
                                        .filter(one -> !one.day().equals(closed.day())),
                                Stream.of(closed))
                        .sorted(Comparator.comparing(SpecialDay::day))
                        .toList(),
                plan.rules());
    }
}
