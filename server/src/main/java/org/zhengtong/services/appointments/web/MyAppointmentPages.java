package org.zhengtong.services.appointments.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.SharedScreen;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.Appointments;
import org.zhengtong.services.appointments.CalendarFile;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.appointments.Offer;
import org.zhengtong.services.appointments.Refusal;
import org.zhengtong.services.appointments.WaitingList;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.Halls;

/** The person's own appointments. */
@Controller
@RequestMapping("/my/appointments")
class MyAppointmentPages {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Appointments appointments;
    private final WaitingList waiting;
    private final CalendarFiles files;
    private final QueuedDays queued;
    private final Halls halls;
    private final Clock clock;

    MyAppointmentPages(
            Appointments appointments,
            WaitingList waiting,
            CalendarFiles files,
            QueuedDays queued,
            Halls halls,
            Clock clock) {
        this.queued = queued;
        this.waiting = waiting;
        this.appointments = appointments;
        this.files = files;
        this.halls = halls;
        this.clock = clock;
    }

    @GetMapping
    String all(SignedIn me, @RequestParam(defaultValue = "") String done, Model model) {
        List<MyAppointmentsView.Named> all = appointments.of(me).stream()
                .map(one -> new MyAppointmentsView.Named(
                        one, halls.hall(one.hall()).map(Hall::name).orElse(one.hall())))
                .toList();
        model.addAttribute(
                "view",
                new MyAppointmentsView(
                        all.stream()
                                .filter(one -> one.appointment().isOpen()
                                        && !one.appointment().isOver(clock.instant()))
                                .toList(),
                        all.stream()
                                .filter(one -> !one.appointment().isOpen()
                                        || one.appointment().isOver(clock.instant()))
                                .toList(),
                        waiting.of(me).stream()
                                .map(one -> new MyAppointmentsView.NamedWaiting(
                                        one,
                                        halls.hall(one.hall()).map(Hall::name).orElse(one.hall())))
                                .toList(),
                        done.equals("waits") || done.equals("left") ? "appointments.done." + done : ""));
        return "services/appointments/mine";
    }

    @GetMapping("/{id}")
    String one(SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "") String done, Model model) {
        String sentence = switch (done) {
            case "booked", "moved", "cancelled" -> "appointments.done." + done;
            default -> "";
        };
        model.addAttribute("view", view(appointments.one(me, id), Optional.empty(), sentence));
        return "services/appointments/appointment";
    }

    @GetMapping("/{id}/time")
    String time(
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String day,
            HttpServletRequest request,
            Model model) {
        return time(me, appointments.one(me, id), day, Optional.empty(), request, model);
    }

    @PostMapping("/{id}/time")
    String move(
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Appointment before = appointments.one(me, id);
        Appointments.Answer answer = Moment.parse(day, time)
                .map(moment -> appointments.move(me, id, moment, BookingChannel.at(SharedScreen.of(request))))
                .orElseGet(() -> new Appointments.Answer.Refused(new Refusal.NoSuchTime()));
        return switch (answer) {
            case Appointments.Answer.Done _ -> "redirect:/my/appointments/" + id + "?done=moved";
            case Appointments.Answer.Refused(Refusal why) -> {
                response.setStatus(why.problem().status());
                yield time(me, before, day, Optional.of(why.problem()), request, model);
            }
        };
    }

    @PostMapping("/{id}/cancellation")
    String cancel(SignedIn me, @PathVariable UUID id) {
        return switch (appointments.cancel(me, id)) {
            case Appointments.Answer.Done _ -> "redirect:/my/appointments/" + id + "?done=cancelled";
            case Appointments.Answer.Refused(Refusal why) -> throw why.problem();
        };
    }

    @GetMapping("/{id}/calendar.ics")
    ResponseEntity<byte[]> calendar(SignedIn me, @PathVariable UUID id, Locale locale) {
        CalendarFile file = files.of(appointments.one(me, id), locale);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.fileName() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(file.text().getBytes(StandardCharsets.UTF_8));
    }

    private String time(
            SignedIn me,
            Appointment one,
            String day,
            Optional<Problem> problem,
            HttpServletRequest request,
            Model model) {
        if (!one.isBooked() || !one.isAhead(clock.instant())) {
            throw new Refusal.Over().problem();
        }
        String here = "/my/appointments/" + one.id() + "/time";
        Offer offer = appointments
                .item(one.item())
                .flatMap(item -> appointments.offer(one.hall(), item, BookingChannel.at(SharedScreen.of(request))))
                .orElseThrow(() -> new Refusal.NotHere().problem());
        Choice choice = queued.seenBy(
                Optional.of(me), one.hall(), one.item(), Choice.of(offer, day, here, here, Map.of(), problem));
        model.addAttribute("view", view(one, Optional.of(choice), ""));
        return "services/appointments/time";
    }

    private AppointmentView view(Appointment one, Optional<Choice> choice, String done) {
        return new AppointmentView(one, halls.hall(one.hall()), one.isAhead(clock.instant()), choice, done);
    }
}
