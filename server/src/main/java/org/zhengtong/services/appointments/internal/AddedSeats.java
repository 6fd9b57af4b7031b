package org.zhengtong.services.appointments.internal;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.outbox.EventHandler;
import org.zhengtong.ground.outbox.OutboxEvent;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.appointments.Offer;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.Group;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.halls.PlanChanged;

/** A changed plan may have more seats, or a day that is open again: those who wait are offered them as if they came free. */
@Component
class AddedSeats implements EventHandler<PlanChanged> {
    private final HallPlans plans;
    private final WaitingStore waiting;
    private final SeatStore seats;
    private final DaySeats days;
    private final SeatOffers offers;
    private final BookingRules rules;

    AddedSeats(
            HallPlans plans,
            WaitingStore waiting,
            SeatStore seats,
            DaySeats days,
            SeatOffers offers,
            BookingRules rules) {
        this.plans = plans;
        this.waiting = waiting;
        this.seats = seats;
        this.days = days;
        this.offers = offers;
        this.rules = rules;
    }

    @Override
    public String name() {
        return "appointments.added-seats";
    }

    @Override
    public String topic() {
        return PlanChanged.TOPIC;
    }

    @Override
    public Class<PlanChanged> payload() {
        return PlanChanged.class;
    }

    @Override
    public void handle(OutboxEvent event, PlanChanged changed) {
        plans.hold(changed.hall())
                .ifPresent(plan -> waiting.lines(plan.hall())
                        .forEach(line -> plan.group(line.group()).ifPresent(group -> offer(plan, group, line))));
    }

    private void offer(HallPlan plan, Group group, WaitingStore.Line line) {
        Map<Moment, Integer> taken = seats.taken(plan.hall(), group.id(), line.channel(), line.from(), line.until());
        line.from()
                .datesUntil(line.until().plusDays(1))
                .filter(day -> rules.opens(plan, day).isEmpty())
                .forEach(day -> offer(plan, group, line, day, taken));
    }

    private void offer(HallPlan plan, Group group, WaitingStore.Line line, LocalDate day, Map<Moment, Integer> taken) {
        for (Offer.Time time : days.times(plan, day, group.seats(line.channel()), taken)) {
            SeatStore.Row slot =
                    new SeatStore.Row(plan.hall(), group.id(), new Moment(day, time.starts()), line.channel());
            int left = time.free();
            while (left > 0 && offers.offerFree(plan, group, slot, time.ends())) {
                left--;
            }
        }
    }
}
