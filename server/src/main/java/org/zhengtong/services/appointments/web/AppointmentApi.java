package org.zhengtong.services.appointments.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.TypedDay;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.Appointments;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.appointments.Offer;
import org.zhengtong.services.appointments.Refusal;
import org.zhengtong.services.appointments.Waiting;
import org.zhengtong.services.appointments.WaitingList;
import org.zhengtong.services.appointments.Wish;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.Halls;

/** Appointments, for programs. */
@Tag(name = "Appointments")
@RestController
@RequestMapping("/api/v1")
class AppointmentApi {
    private final Appointments appointments;
    private final WaitingList waiting;
    private final Halls halls;

    AppointmentApi(Appointments appointments, WaitingList waiting, Halls halls) {
        this.waiting = waiting;
        this.appointments = appointments;
        this.halls = halls;
    }

    @Operation(summary = "The times at which a hall takes people for an item")
    @GetMapping("/halls/{hall}/slots")
    Offer slots(@PathVariable String hall, @RequestParam String item) {
        requireHall(hall);
        return appointments
                .item(item)
                .flatMap(one -> appointments.offer(hall, one, BookingChannel.API))
                .orElseThrow(() -> Problem.notFound("appointments.not-here"));
    }

    @Operation(summary = "The caller's appointments")
    @GetMapping("/me/appointments")
    Listing all(SignedIn me) {
        return new Listing(
                appointments.of(me).stream().map(AppointmentApi::shown).toList());
    }

    @Operation(summary = "One appointment")
    @GetMapping("/me/appointments/{id}")
    Shown one(SignedIn me, @PathVariable UUID id) {
        return shown(appointments.one(me, id));
    }

    @Operation(summary = "Book a time for oneself")
    @PostMapping("/me/appointments")
    @ResponseStatus(HttpStatus.CREATED)
    Shown book(SignedIn me, @RequestBody NewAppointment body) {
        String hall = text(body.hall());
        requireHall(hall);
        return answered(appointments.book(
                me, new Wish(hall, text(body.item()), moment(body.day(), body.starts())), BookingChannel.API));
    }

    @Operation(summary = "Move an appointment to another time of the same hall")
    @PutMapping("/me/appointments/{id}")
    Shown move(SignedIn me, @PathVariable UUID id, @RequestBody OtherTime body) {
        return answered(appointments.move(me, id, moment(body.day(), body.starts()), BookingChannel.API));
    }

    @Operation(summary = "Cancel an appointment")
    @DeleteMapping("/me/appointments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(SignedIn me, @PathVariable UUID id) {
        answered(appointments.cancel(me, id));
    }

    @Operation(summary = "Take a time that came free and is held for the caller")
    @PostMapping("/me/appointments/{id}/taking")
    Shown take(SignedIn me, @PathVariable UUID id) {
        return answered(waiting.take(me, id));
    }

    @Operation(summary = "What the caller waits for")
    @GetMapping("/me/waiting")
    Waits waiting(SignedIn me) {
        return new Waits(waiting.of(me).stream().map(AppointmentApi::shown).toList());
    }

    @Operation(summary = "Wait for a time of a hall that is full")
    @PostMapping("/me/waiting")
    @ResponseStatus(HttpStatus.CREATED)
    Wait await(SignedIn me, @RequestBody NewWait body) {
        String hall = text(body.hall());
        requireHall(hall);
        return switch (waiting.ask(
                me, hall, text(body.item()), day(body.from()), day(body.until()), BookingChannel.API)) {
            case WaitingList.Answer.Waits(Waiting one) -> shown(one);
            case WaitingList.Answer.Refused(Refusal why) -> throw why.problem();
        };
    }

    @Operation(summary = "Wait no longer")
    @DeleteMapping("/me/waiting/{waiting}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(SignedIn me, @PathVariable("waiting") UUID id) {
        waiting.leave(me, id);
    }

    private static LocalDate day(@Nullable String day) {
        return TypedDay.parse(text(day)).orElseThrow(() -> new Refusal.NoSuchDays().problem());
    }

    private static Wait shown(Waiting one) {
        return new Wait(one.id(), one.hall(), one.item(), one.itemName(), one.from(), one.until(), one.askedAt());
    }

    private void requireHall(String hall) {
        if (halls.hall(hall).isEmpty()) {
            throw Problem.notFound("unknown-hall");
        }
    }

    private static Shown answered(Appointments.Answer answer) {
        return switch (answer) {
            case Appointments.Answer.Done(Appointment one) -> shown(one);
            case Appointments.Answer.Refused(Refusal why) -> throw why.problem();
        };
    }

    private static Moment moment(@Nullable String day, @Nullable String starts) {
        return Moment.parse(text(day), text(starts)).orElseThrow(() -> new Refusal.NoSuchTime().problem());
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static Shown shown(Appointment one) {
        return new Shown(
                one.id(),
                one.hall(),
                one.item(),
                one.itemName(),
                one.moment().day(),
                one.moment().starts(),
                one.ends(),
                one.state(),
                one.heldUntil().orElse(null));
    }

    record Listing(List<Shown> appointments) {}

    /** @param heldUntil for what is offered */
    record Shown(
            UUID id,
            String hall,
            String item,
            String itemName,
            LocalDate day,
            LocalTime starts,
            LocalTime ends,
            Appointment.State state,
            @Nullable Instant heldUntil) {}

    record Waits(List<Wait> waiting) {}

    record Wait(UUID id, String hall, String item, String itemName, LocalDate from, LocalDate until, Instant askedAt) {}

    /**
     * @param item code of the item
     * @param from such as 2026-03-05
     */
    record NewWait(
            @Nullable String hall,
            @Nullable String item,
            @Nullable String from,
            @Nullable String until) {}

    /**
     * @param item code of the item
     * @param day such as 2026-03-05
     * @param starts such as 09:30
     */
    record NewAppointment(
            @Nullable String hall,
            @Nullable String item,
            @Nullable String day,
            @Nullable String starts) {}

    record OtherTime(@Nullable String day, @Nullable String starts) {}
}
