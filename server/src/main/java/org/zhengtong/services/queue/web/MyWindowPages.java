package org.zhengtong.services.queue.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.halls.Rosters;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.services.queue.Windows;

/** A clerk's window: one button for what comes next, and a key for each. */
@Controller
@RequestMapping("/desk/queue")
class MyWindowPages {
    private static final String HOME = "redirect:/desk/queue";
    private static final int DAYS_SHOWN = 7;

    /** Clerks open their window some time before people are let in. */
    private static final Duration EARLY = Duration.ofMinutes(30);

    private final Windows windows;
    private final Halls halls;
    private final HallPlans plans;
    private final Rosters rosters;
    private final Clock clock;

    MyWindowPages(Windows windows, Halls halls, HallPlans plans, Rosters rosters, Clock clock) {
        this.windows = windows;
        this.halls = halls;
        this.plans = plans;
        this.rosters = rosters;
        this.clock = clock;
    }

    @GetMapping
    String home(StaffMember clerk, @RequestParam(defaultValue = "") String told, Model model) {
        Optional<Windows.Place> place = windows.placeOf(clerk);
        model.addAttribute(
                "view", place.<WindowView>map(at -> served(clerk, at, told)).orElseGet(() -> choosing(clerk)));
        return place.isPresent() ? "services/queue/window" : "services/queue/windows";
    }

    private WindowView.Serving served(StaffMember clerk, Windows.Place place, String told) {
        List<HallPlan.Group> groups =
                plans.plan(place.hall()).map(HallPlan::groups).orElse(List.of());
        return new WindowView.Serving(
                halls.hall(place.hall()).map(Hall::name).orElse(place.hall()),
                place,
                windows.line(clerk),
                groups,
                told.equals("nobody"),
                times(clerk));
    }

    private WindowView.Choosing choosing(StaffMember clerk) {
        List<WindowView.Room> rooms = rooms(clerk);
        List<Rosters.Own> times = times(clerk);
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Page.ZONE);
        Optional<Rosters.Own> rostered = times.stream()
                .filter(own -> own.day().atTime(own.shift().time().until()).isAfter(now)
                        && !own.day()
                                .atTime(own.shift().time().from())
                                .minus(EARLY)
                                .isAfter(now))
                .filter(own -> rooms.stream()
                        .anyMatch(room -> room.hall().equals(own.hall())
                                && room.windows().contains(own.shift().window())))
                .findFirst();
        return new WindowView.Choosing(rooms, rostered, times);
    }

    private List<Rosters.Own> times(StaffMember clerk) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Page.ZONE);
        return rosters.of(clerk.person(), today, today.plusDays(DAYS_SHOWN - 1));
    }

    private List<WindowView.Room> rooms(StaffMember clerk) {
        return halls.withWindowOf(clerk.body().uscc().value()).stream()
                .map(hall -> new WindowView.Room(hall, windows.windowsFor(clerk, hall.id())))
                .filter(room -> !room.windows().isEmpty())
                .toList();
    }

    @PostMapping("/place")
    String open(StaffMember clerk, @RequestParam String hall, @RequestParam int window) {
        windows.open(clerk, hall, window);
        return HOME;
    }

    @PostMapping("/next")
    String next(StaffMember clerk) {
        return windows.next(clerk).isPresent() ? HOME : HOME + "?told=nobody";
    }

    @PostMapping("/calls/{ticket}")
    String call(StaffMember clerk, @PathVariable UUID ticket) {
        windows.call(clerk, ticket);
        return HOME;
    }

    @PostMapping("/recall")
    String recall(StaffMember clerk) {
        windows.recall(clerk);
        return HOME;
    }

    /** The matter itself begins on the page of the window. */
    @PostMapping("/start")
    String start(StaffMember clerk, @RequestParam(defaultValue = "false") boolean matter) {
        Ticket served = windows.start(clerk);
        return matter ? "redirect:/desk/window?ticket=" + served.number() : HOME;
    }

    @PostMapping("/skip")
    String skip(StaffMember clerk) {
        windows.skip(clerk);
        return HOME;
    }

    @PostMapping("/done")
    String done(StaffMember clerk) {
        windows.done(clerk);
        return HOME;
    }

    @PostMapping("/transfer")
    String transfer(StaffMember clerk, @RequestParam(defaultValue = "") String group) {
        windows.transfer(clerk, group);
        return HOME;
    }

    @PostMapping("/pause")
    String pause(StaffMember clerk) {
        windows.pause(clerk);
        return HOME;
    }

    @PostMapping("/resume")
    String resume(StaffMember clerk) {
        windows.resume(clerk);
        return HOME;
    }

    @PostMapping("/close")
    String close(StaffMember clerk) {
        windows.close(clerk);
        return HOME;
    }

    /** The page is open. */
    @PostMapping("/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(StaffMember clerk) {
        windows.seen(clerk);
    }
}
