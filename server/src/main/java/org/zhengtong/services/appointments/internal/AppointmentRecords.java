package org.zhengtong.services.appointments.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.privacy.Look;
import org.zhengtong.people.privacy.OwnData;
import org.zhengtong.people.privacy.PersonalRecord;
import org.zhengtong.people.privacy.PersonalRecord.Entry;
import org.zhengtong.people.privacy.PersonalRecords;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.Waiting;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.Halls;

/** The person's appointments. */
@Component
@Order(35)
class AppointmentRecords implements PersonalRecords {
    private static final int ALL = 10_000;
    private final AppointmentStore store;
    private final WaitingStore waiting;
    private final RushPlaceStore queue;
    private final SeatBooking booking;
    private final Halls halls;
    private final AuditTrail trail;

    AppointmentRecords(
            AppointmentStore store,
            WaitingStore waiting,
            RushPlaceStore queue,
            SeatBooking booking,
            Halls halls,
            AuditTrail trail) {
        this.waiting = waiting;
        this.queue = queue;
        this.store = store;
        this.booking = booking;
        this.halls = halls;
        this.trail = trail;
    }

    @Override
    public String name() {
        return "appointments";
    }

    @Override
    public List<PersonalRecord> of(PersonId person) {
        return Stream.of(
                        store.of(person, ALL).stream().map(this::record),
                        waiting.of(person).stream().map(this::record),
                        queue.of(person).stream().map(this::record))
                .flatMap(one -> one)
                .toList();
    }

    private PersonalRecord record(RushPlaceStore.Stood one) {
        return new PersonalRecord(
                halls.hall(one.hall()).map(Hall::name).orElse(one.hall()),
                List.of(
                        Entry.of("time", one.day().toString()),
                        Entry.said("state", "appointments.state." + (one.booked() ? "LET_IN" : "QUEUED"))));
    }

    private PersonalRecord record(Waiting one) {
        return new PersonalRecord(
                one.itemName(),
                List.of(
                        Entry.of("hall", halls.hall(one.hall()).map(Hall::name).orElse(one.hall())),
                        Entry.of("time", one.from() + " – " + one.until()),
                        Entry.said("state", "appointments.state.WAITING")));
    }

    private PersonalRecord record(Appointment one) {
        return new PersonalRecord(
                one.itemName(),
                List.of(
                        Entry.of("hall", halls.hall(one.hall()).map(Hall::name).orElse(one.hall())),
                        Entry.of("time", one.moment().day() + " " + one.moment().starts()),
                        Entry.said("state", "appointments.state." + one.state())));
    }

    @Override
    public Stream<Look> looks(PersonId person) {
        return trail.find(AuditQuestion.about(person.value(), TelephoneDesk.FOUND, OwnData.MOST_LOOKS)).stream()
                .map(leaf -> new Look(leaf.at(), leaf.actor(), "appointments", "", "telephone-booking"));
    }

    /** Whoever goes gives the seats back. */
    @Override
    public Optional<String> erase(PersonId person) {
        waiting.removeAllOf(person);
        queue.removeAllOf(person);
        store.of(person, ALL).stream()
                .filter(Appointment::isOpen)
                .forEach(one -> booking.release(one.id(), "person:" + person.value()));
        store.deleteAllOf(person);
        return Optional.empty();
    }
}
