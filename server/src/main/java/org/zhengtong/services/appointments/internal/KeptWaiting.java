package org.zhengtong.services.appointments.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.appointments.Appointments;
import org.zhengtong.services.appointments.Refusal;
import org.zhengtong.services.appointments.Waiting;
import org.zhengtong.services.appointments.WaitingList;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.Group;
import org.zhengtong.services.halls.HallPlans;

@Service
class KeptWaiting implements WaitingList {
    private final WaitingStore store;
    private final Appointments appointments;
    private final SeatOffers offers;
    private final HallPlans plans;
    private final BookingRules rules;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;

    KeptWaiting(
            WaitingStore store,
            Appointments appointments,
            SeatOffers offers,
            HallPlans plans,
            BookingRules rules,
            AuditLog audit,
            Identifiers identifiers,
            TransactionTemplate transaction) {
        this.store = store;
        this.appointments = appointments;
        this.offers = offers;
        this.plans = plans;
        this.rules = rules;
        this.audit = audit;
        this.identifiers = identifiers;
        this.transaction = transaction;
    }

    @Override
    public Answer ask(SignedIn me, String hall, String code, LocalDate from, LocalDate until, BookingChannel channel) {
        Optional<HallPlan> plan = plans.bookable(hall);
        Optional<ServiceItem> item = appointments.item(code);
        Optional<Group> group = item.flatMap(
                one -> plan.flatMap(here -> here.groupFor(one.code().value(), one.bodyUscc())));
        if (group.isEmpty()) {
            return new Answer.Refused(new Refusal.NotHere());
        }
        Optional<Refusal> against = against(me, plan.orElseThrow(), item.orElseThrow(), from, until, channel);
        return against.<Answer>map(Answer.Refused::new)
                .orElseGet(() -> new Answer.Waits(kept(new Waiting(
                        identifiers.next(),
                        me.person(),
                        hall,
                        group.get().id(),
                        item.get().code().value(),
                        item.get().name(),
                        channel,
                        from,
                        until,
                        rules.instant()))));
    }

    private Optional<Refusal> against(
            SignedIn me, HallPlan plan, ServiceItem item, LocalDate from, LocalDate until, BookingChannel channel) {
        LocalDate today = rules.now().day();
        boolean open = !from.isBefore(today) && !until.isBefore(from) && !until.isAfter(rules.lastOpen(plan));
        if (!open) {
            return Optional.of(new Refusal.NoSuchDays());
        }
        boolean free = appointments.offer(plan.hall(), item, channel).stream()
                .flatMap(offer -> offer.days().stream())
                .filter(day -> !day.date().isBefore(from) && !day.date().isAfter(until))
                .anyMatch(day -> day.free() > 0);
        return free ? Optional.of(new Refusal.StillFree()) : rules.against(me.person(), plan, channel);
    }

    private Waiting kept(Waiting wanted) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Waiting kept = store.put(wanted);
            audit.append(
                    kept.id(),
                    "appointments.wait",
                    "person:" + kept.person().value(),
                    Map.of(
                            "hall", kept.hall(),
                            "item", kept.item(),
                            "from", kept.from().toString(),
                            "until", kept.until().toString()));
            return kept;
        }));
    }

    @Override
    public List<Waiting> of(SignedIn me) {
        return store.of(me.person());
    }

    @Override
    public void leave(SignedIn me, UUID id) {
        transaction.executeWithoutResult(_ -> {
            boolean left = store.find(id)
                            .filter(one -> one.person().equals(me.person()))
                            .isPresent()
                    && store.remove(id);
            if (!left) {
                throw Problem.notFound("appointments.unknown-waiting");
            }
            audit.append(id, "appointments.stop-waiting", me.actor(), Map.of());
        });
    }

    @Override
    public Appointments.Answer take(SignedIn me, UUID id) {
        UUID own = appointments.one(me, id).id();
        return Objects.requireNonNull(transaction.execute(_ -> offers.take(own, me.actor())))
                .<Appointments.Answer>map(Appointments.Answer.Done::new)
                .orElseGet(() -> new Appointments.Answer.Refused(new Refusal.Over()));
    }
}
