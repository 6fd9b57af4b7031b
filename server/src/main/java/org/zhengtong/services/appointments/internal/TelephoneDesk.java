package org.zhengtong.services.appointments.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.AppointmentDesk;
import org.zhengtong.services.appointments.Appointments;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.appointments.Refusal;
import org.zhengtong.services.appointments.Wish;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlans;

/** Books for people on the telephone, and marks who came. */
@Service
class TelephoneDesk implements AppointmentDesk {
    /** The leaf that says a clerk found somebody. */
    static final String FOUND = "appointments.find-caller";

    static final Duration LONGEST_CALL = Duration.ofHours(1);

    private final SeatBooking booking;
    private final Appointments appointments;
    private final AppointmentStore store;
    private final TelephoneCallStore calls;
    private final HallPlans plans;
    private final Identity identity;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TelephoneDesk(
            SeatBooking booking,
            Appointments appointments,
            AppointmentStore store,
            TelephoneCallStore calls,
            HallPlans plans,
            Identity identity,
            Organisation organisation,
            AuditLog audit,
            Identifiers identifiers,
            TransactionTemplate transaction,
            Clock clock) {
        this.booking = booking;
        this.appointments = appointments;
        this.store = store;
        this.calls = calls;
        this.plans = plans;
        this.identity = identity;
        this.organisation = organisation;
        this.audit = audit;
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Found answer(StaffMember clerk, String number) {
        permit(clerk);
        return switch (IdentityNumber.read(number)) {
            case IdentityNumber.Reading.Misshapen _ -> wrong("identity.wrong.number-form");
            case IdentityNumber.Reading.WrongCheck _ -> wrong("identity.wrong.number-check");
            case IdentityNumber.Reading.ImpossibleDate _ -> wrong("identity.wrong.number-date");
            case IdentityNumber.Reading.Good(IdentityNumber good) ->
                identity.findPerson(good)
                        .map(person -> answered(clerk, person))
                        .orElseGet(() -> wrong("appointments.wrong.nobody"));
        };
    }

    private static Found wrong(String sentence) {
        return new Found.Wrong(new WrongField("number", sentence));
    }

    private Found answered(StaffMember clerk, PersonId person) {
        if (clerk.person().equals(person)) {
            return wrong("appointments.wrong.oneself");
        }
        Call call = new Call(identifiers.next(), person);
        transaction.executeWithoutResult(_ -> {
            calls.add(call, clerk.person(), clock.instant());
            audit.append(
                    person.value(),
                    FOUND,
                    clerk.actor(),
                    Map.of("call", call.id().toString()));
        });
        return new Found.Caller(call.id());
    }

    @Override
    public Call call(StaffMember clerk, UUID call) {
        permit(clerk);
        return calls.find(call, clerk.person(), clock.instant().minus(LONGEST_CALL))
                .orElseThrow(() -> Problem.notFound("appointments.unknown-call"));
    }

    @Override
    public Appointments.Answer book(StaffMember clerk, UUID id, Wish wish) {
        Call call = call(clerk, id);
        return appointments
                .item(wish.item())
                .map(item -> booking.book(call.person(), wish.hall(), item, wish.moment(), by(clerk)))
                .orElseGet(() -> new Appointments.Answer.Refused(new Refusal.NotHere()));
    }

    @Override
    public Appointments.Answer move(StaffMember clerk, UUID call, UUID appointment, Moment to) {
        return booking.move(callers(clerk, call, appointment).id(), to, by(clerk));
    }

    @Override
    public Appointments.Answer cancel(StaffMember clerk, UUID call, UUID appointment) {
        return booking.cancel(callers(clerk, call, appointment).id(), clerk.actor());
    }

    private Appointment callers(StaffMember clerk, UUID call, UUID appointment) {
        PersonId person = call(clerk, call).person();
        return store.find(appointment)
                .filter(found -> found.person().equals(person))
                .orElseThrow(() -> Problem.notFound("appointments.unknown"));
    }

    @Override
    public List<Appointment> of(StaffMember clerk, UUID call) {
        return store.of(call(clerk, call).person(), Appointments.MOST);
    }

    @Override
    public List<Appointment> comingTo(StaffMember clerk, String hall, LocalDate day) {
        permit(clerk);
        return store.comingTo(hall, day, groupsOf(clerk, hall)).stream()
                .filter(one -> clerk.has(Role.ACCEPTANCE, one.item()))
                .toList();
    }

    @Override
    public Appointments.Answer mark(StaffMember clerk, UUID appointment, boolean came) {
        permit(clerk);
        Appointment found = store.find(appointment)
                .filter(one ->
                        groupsOf(clerk, one.hall()).contains(one.group()) && clerk.has(Role.ACCEPTANCE, one.item()))
                .orElseThrow(() -> Problem.notFound("appointments.unknown"));
        return booking.mark(found.id(), came, clerk.actor());
    }

    /** The groups in which the clerk's body serves; of those who come to them, the clerk sees those for their own items. */
    private List<String> groupsOf(StaffMember clerk, String hall) {
        String body = clerk.body().uscc().value();
        return plans.plan(hall).map(HallPlan::groups).orElse(List.of()).stream()
                .filter(group -> group.serves(body))
                .map(HallPlan.Group::id)
                .toList();
    }

    private static SeatBooking.By by(StaffMember clerk) {
        return new SeatBooking.By(clerk.actor(), BookingChannel.PHONE);
    }

    private void permit(StaffMember clerk) {
        Duty.require(organisation, clerk, Role.ACCEPTANCE);
    }
}
