package org.zhengtong.services.appointments.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.AppointmentDesk;
import org.zhengtong.services.appointments.Appointments;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.appointments.Refusal;
import org.zhengtong.services.appointments.Wish;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.halls.Halls;

/** A clerk books, moves and cancels for somebody on the telephone. */
@Controller
@RequestMapping("/desk/appointments/calls/{call}")
class CallPages {
    private final AppointmentDesk desk;
    private final Appointments appointments;
    private final ServedItems items;
    private final Halls halls;
    private final HallPlans plans;
    private final Identity identity;
    private final Clock clock;

    CallPages(
            AppointmentDesk desk,
            Appointments appointments,
            ServedItems items,
            Halls halls,
            HallPlans plans,
            Identity identity,
            Clock clock) {
        this.desk = desk;
        this.appointments = appointments;
        this.items = items;
        this.halls = halls;
        this.plans = plans;
        this.identity = identity;
        this.clock = clock;
    }

    /** What the clerk has chosen so far. */
    private record Asked(String hall, String item, String day, String q, String moving, String done) {
        static Asked of(Map<String, String> typed) {
            return new Asked(
                    typed.getOrDefault("hall", ""),
                    typed.getOrDefault("item", ""),
                    typed.getOrDefault("day", ""),
                    typed.getOrDefault("q", "").strip(),
                    typed.getOrDefault("moving", ""),
                    typed.getOrDefault("done", ""));
        }
    }

    @GetMapping
    String call(StaffMember clerk, @PathVariable UUID call, @RequestParam Map<String, String> typed, Model model) {
        return show(clerk, call, Asked.of(typed), Optional.empty(), model);
    }

    @PostMapping("/bookings")
    String book(
            StaffMember clerk,
            @PathVariable UUID call,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        Asked asked = Asked.of(typed);
        desk.call(clerk, call);
        Appointments.Answer answer = Moment.parse(asked.day(), typed.getOrDefault("time", ""))
                .map(moment -> desk.book(clerk, call, new Wish(asked.hall(), asked.item(), moment)))
                .orElseGet(() -> new Appointments.Answer.Refused(new Refusal.NoSuchTime()));
        return answered(clerk, call, asked, answer, "booked", response, model);
    }

    @PostMapping("/bookings/{id}/time")
    String move(
            StaffMember clerk,
            @PathVariable UUID call,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        Asked asked = Asked.of(typed);
        desk.call(clerk, call);
        Appointments.Answer answer = Moment.parse(asked.day(), typed.getOrDefault("time", ""))
                .map(moment -> desk.move(clerk, call, id, moment))
                .orElseGet(() -> new Appointments.Answer.Refused(new Refusal.NoSuchTime()));
        return answered(
                clerk, call, new Asked("", "", asked.day(), "", id.toString(), ""), answer, "moved", response, model);
    }

    @PostMapping("/bookings/{id}/cancellation")
    String cancel(StaffMember clerk, @PathVariable UUID call, @PathVariable UUID id) {
        return switch (desk.cancel(clerk, call, id)) {
            case Appointments.Answer.Done _ -> "redirect:/desk/appointments/calls/" + call + "?done=cancelled";
            case Appointments.Answer.Refused(Refusal why) -> throw why.problem();
        };
    }

    private String answered(
            StaffMember clerk,
            UUID call,
            Asked asked,
            Appointments.Answer answer,
            String done,
            HttpServletResponse response,
            Model model) {
        return switch (answer) {
            case Appointments.Answer.Done _ -> "redirect:/desk/appointments/calls/" + call + "?done=" + done;
            case Appointments.Answer.Refused(Refusal why) -> {
                response.setStatus(why.problem().status());
                yield show(clerk, call, asked, Optional.of(why.problem()), model);
            }
        };
    }

    private String show(StaffMember clerk, UUID id, Asked asked, Optional<Problem> problem, Model model) {
        AppointmentDesk.Call call = desk.call(clerk, id);
        List<MyAppointmentsView.Named> open = desk.of(clerk, id).stream()
                .filter(one -> one.isAhead(clock.instant()))
                .map(this::named)
                .toList();
        Optional<MyAppointmentsView.Named> moving = open.stream()
                .filter(one -> one.appointment().id().toString().equals(asked.moving()))
                .findFirst();
        List<Hall> bookable = halls.halls().stream()
                .filter(hall -> plans.bookable(hall.id()).isPresent())
                .toList();
        Optional<ServiceItem> item = appointments.item(asked.item());
        model.addAttribute(
                "view",
                new CallView(
                        id,
                        MaskedName.of(identity.nameOf(new Party.Person(call.person())))
                                .value(),
                        open,
                        bookable,
                        asked.hall(),
                        asked.q(),
                        items.find(asked.hall(), asked.q()),
                        item,
                        moving,
                        moving.isPresent()
                                ? moving.flatMap(one -> moving(id, one.appointment(), asked, problem))
                                : item.flatMap(one -> booking(id, one, asked, problem)),
                        switch (asked.done()) {
                            case "booked", "moved", "cancelled" -> "appointments.done." + asked.done();
                            default -> "";
                        }));
        return "services/appointments/call";
    }

    private Optional<Choice> booking(UUID call, ServiceItem item, Asked asked, Optional<Problem> problem) {
        String here = "/desk/appointments/calls/" + call;
        return appointments
                .offer(asked.hall(), item, BookingChannel.PHONE)
                .map(offer -> Choice.of(
                        offer,
                        asked.day(),
                        here + "?hall=" + asked.hall() + "&item=" + item.code().value(),
                        here + "/bookings",
                        Map.of("hall", asked.hall(), "item", item.code().value()),
                        problem));
    }

    private Optional<Choice> moving(UUID call, Appointment one, Asked asked, Optional<Problem> problem) {
        String here = "/desk/appointments/calls/" + call;
        return appointments
                .item(one.item())
                .flatMap(item -> appointments.offer(one.hall(), item, BookingChannel.PHONE))
                .map(offer -> Choice.of(
                        offer,
                        asked.day(),
                        here + "?moving=" + one.id(),
                        here + "/bookings/" + one.id() + "/time",
                        Map.of(),
                        problem));
    }

    private MyAppointmentsView.Named named(Appointment one) {
        return new MyAppointmentsView.Named(
                one, halls.hall(one.hall()).map(Hall::name).orElse(one.hall()));
    }
}
