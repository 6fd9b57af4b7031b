package org.zhengtong.services.appointments.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.SharedScreen;
import org.zhengtong.ground.web.TypedDay;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.appointments.Appointments;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.appointments.Refusal;
import org.zhengtong.services.appointments.WaitingList;
import org.zhengtong.services.appointments.Wish;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.Halls;

/** Choosing a time. Everybody sees what is free; who books is signed in. */
@Controller
@RequestMapping("/halls/{hall}/appointments")
class BookingPages {
    private final Appointments appointments;
    private final ServedItems items;
    private final WaitingList waiting;
    private final QueuedDays queued;
    private final Halls halls;

    BookingPages(Appointments appointments, ServedItems items, WaitingList waiting, QueuedDays queued, Halls halls) {
        this.queued = queued;
        this.waiting = waiting;
        this.appointments = appointments;
        this.items = items;
        this.halls = halls;
    }

    @GetMapping
    String choose(
            Optional<SignedIn> me,
            @PathVariable String hall,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            Model model) {
        return show(me, hall, item, day, q, Optional.empty(), request, model);
    }

    @PostMapping
    String book(
            SignedIn me,
            @PathVariable String hall,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Appointments.Answer answer = Moment.parse(day, time)
                .map(moment -> appointments.book(me, new Wish(hall, item, moment), channel(request)))
                .orElseGet(() -> new Appointments.Answer.Refused(new Refusal.NoSuchTime()));
        return switch (answer) {
            case Appointments.Answer.Done(var booked) -> "redirect:/my/appointments/" + booked.id() + "?done=booked";
            case Appointments.Answer.Refused(Refusal why) -> {
                response.setStatus(why.problem().status());
                yield show(Optional.of(me), hall, item, day, "", Optional.of(why.problem()), request, model);
            }
        };
    }

    /** Who finds no time that suits waits for one. */
    @PostMapping("/waiting")
    String await(
            SignedIn me,
            @PathVariable String hall,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        WaitingList.Answer answer = TypedDay.parse(from)
                .flatMap(first ->
                        TypedDay.parse(until).map(last -> waiting.ask(me, hall, item, first, last, channel(request))))
                .orElseGet(() -> new WaitingList.Answer.Refused(new Refusal.NoSuchDays()));
        return switch (answer) {
            case WaitingList.Answer.Waits _ -> "redirect:/my/appointments?done=waits";
            case WaitingList.Answer.Refused(Refusal why) -> {
                response.setStatus(why.problem().status());
                yield show(Optional.of(me), hall, item, from, "", Optional.of(why.problem()), request, model);
            }
        };
    }

    private static BookingChannel channel(HttpServletRequest request) {
        return BookingChannel.at(SharedScreen.of(request));
    }

    private String show(
            Optional<SignedIn> me,
            String id,
            String code,
            String day,
            String q,
            Optional<Problem> problem,
            HttpServletRequest request,
            Model model) {
        Hall hall = halls.hall(id).orElseThrow(() -> Problem.notFound("unknown-hall"));
        Optional<ServiceItem> item = appointments.item(code);
        if (item.isEmpty() && !code.isEmpty()) {
            throw Problem.notFound("unknown-item");
        }
        String here = "/halls/" + id + "/appointments";
        Optional<Choice> choice = item.flatMap(one -> appointments
                .offer(id, one, channel(request))
                .map(offer -> Choice.of(offer, day, here + "?item=" + code, here, Map.of("item", code), problem))
                .map(chosen -> queued.seenBy(me, id, code, chosen)));
        model.addAttribute("view", new BookingView(hall, item, q.strip(), items.find(id, q.strip()), choice));
        return "services/appointments/booking";
    }
}
