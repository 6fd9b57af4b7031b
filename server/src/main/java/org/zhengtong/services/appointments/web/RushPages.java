package org.zhengtong.services.appointments.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.TypedDay;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.appointments.Appointments;
import org.zhengtong.services.appointments.Refusal;
import org.zhengtong.services.appointments.Rushes;
import org.zhengtong.services.appointments.Standing;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.Halls;

/** The waiting room of a day that opens at a published time. It renews itself, also without JavaScript. */
@Controller
@RequestMapping("/halls/{hall}/rush")
class RushPages {
    private final Rushes rushes;
    private final Appointments appointments;
    private final Halls halls;

    RushPages(Rushes rushes, Appointments appointments, Halls halls) {
        this.rushes = rushes;
        this.appointments = appointments;
        this.halls = halls;
    }

    private record Asked(Hall hall, ServiceItem item, LocalDate day) {}

    @GetMapping
    String room(
            SignedIn me,
            @PathVariable String hall,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String day,
            HttpServletResponse response,
            Model model) {
        Asked asked = asked(hall, item, day);
        Standing standing = rushes.standing(me, hall, item, asked.day(), BookingChannel.PORTAL);
        if (standing instanceof Standing.NoQueue) {
            return redirect("/halls/" + hall + "/appointments", asked);
        }
        return show(me, asked, standing, Optional.empty(), response, model);
    }

    @PostMapping
    String enter(
            SignedIn me,
            @PathVariable String hall,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String day,
            HttpServletResponse response,
            Model model) {
        Asked asked = asked(hall, item, day);
        return switch (rushes.enter(me, hall, item, asked.day(), BookingChannel.PORTAL)) {
            case Rushes.Entry.In _ -> redirect("/halls/" + hall + "/rush", asked);
            case Rushes.Entry.Refused(Refusal why) -> {
                response.setStatus(why.problem().status());
                yield show(
                        me,
                        asked,
                        rushes.standing(me, hall, item, asked.day(), BookingChannel.PORTAL),
                        Optional.of(why.problem()),
                        response,
                        model);
            }
        };
    }

    private Asked asked(String hall, String item, String day) {
        return new Asked(
                halls.hall(hall).orElseThrow(() -> Problem.notFound("unknown-hall")),
                appointments.item(item).orElseThrow(() -> Problem.notFound("unknown-item")),
                TypedDay.parse(day).orElseThrow(() -> Problem.notFound("appointments.no-queue")));
    }

    private String show(
            SignedIn me,
            Asked asked,
            Standing standing,
            Optional<Problem> problem,
            HttpServletResponse response,
            Model model) {
        Optional<Duration> again = rushes.askAgain(me, standing);
        OptionalLong seconds =
                again.isPresent() ? OptionalLong.of(Math.ceilDiv(again.get().toMillis(), 1000)) : OptionalLong.empty();
        seconds.ifPresent(one -> response.setHeader("Refresh", Long.toString(one)));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        RushView view = new RushView(asked.hall(), asked.item(), asked.day(), standing, seconds, problem);
        model.addAttribute("view", view);
        return "services/appointments/rush";
    }

    private static String redirect(String path, Asked asked) {
        return "redirect:"
                + UriComponentsBuilder.fromPath(path)
                        .queryParam("item", asked.item().code().value())
                        .queryParam("day", asked.day())
                        .build()
                        .encode();
    }
}
