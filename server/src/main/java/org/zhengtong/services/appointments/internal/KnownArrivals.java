package org.zhengtong.services.appointments.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.Appointment.State;
import org.zhengtong.services.appointments.AppointmentNews.What;
import org.zhengtong.services.appointments.Appointments;
import org.zhengtong.services.appointments.Arrivals;
import org.zhengtong.services.appointments.Refusal;

/** Says that somebody came. The seat stays theirs, though their time has not begun: it is not given away again. */
@Service
class KnownArrivals implements Arrivals {
    private static final Set<State> COMING = Set.of(State.BOOKED, State.PASSED, State.MISSED);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final AppointmentStore store;
    private final BookingRules rules;
    private final AppointmentTelling telling;

    KnownArrivals(AppointmentStore store, BookingRules rules, AppointmentTelling telling) {
        this.store = store;
        this.rules = rules;
        this.telling = telling;
    }

    @Override
    public Optional<String> hallOf(UUID appointment) {
        return store.find(appointment).map(Appointment::hall);
    }

    @Override
    public Answer arrive(UUID appointment, String actor) {
        AppointmentStore.Row row =
                store.locked(appointment).orElseThrow(() -> Problem.notFound("appointments.unknown"));
        Appointment one = row.appointment();
        if (one.state() == State.KEPT && one.moment().day().equals(rules.now().day())) {
            return new Answer.Came(one);
        }
        if (!COMING.contains(one.state())
                || one.moment().day().isBefore(rules.now().day())) {
            return new Answer.Refused(new Refusal.Over());
        }
        Instant from = one.moment().instant().minus(EARLIEST);
        if (from.isAfter(rules.instant())) {
            return new Answer.Refused(
                    new Refusal.TooEarly(one.moment().day() + " " + CLOCK.format(from.atZone(Page.ZONE))));
        }
        Appointment came = one.in(State.KEPT, rules.instant());
        store.write(came, row.seat());
        telling.tell(came, What.KEPT, actor);
        return new Answer.Came(came);
    }

    @Override
    public List<Appointment> today(PersonId person, String hall) {
        return store.of(person, Appointments.MOST).stream()
                .filter(one -> one.hall().equals(hall) && one.isBooked())
                .filter(one -> one.moment().day().equals(rules.now().day()))
                .toList();
    }

    @Override
    public Optional<Appointment> todayWithNumber(String hall, String number) {
        return store.withNumber(hall, rules.now().day(), number).stream()
                .filter(one -> COMING.contains(one.state()) || one.state() == State.KEPT)
                .findFirst();
    }

    @Override
    public List<Appointment> expected(String hall, LocalDate day) {
        return store.expected(hall, day);
    }
}
