package org.zhengtong.services.machines.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.SharedScreen;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.people.identity.NumberSignIns;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SharedMachine;
import org.zhengtong.people.identity.SignInPlace;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.Arrivals;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.machines.Readings;
import org.zhengtong.services.machines.bridge.BridgeKey;
import org.zhengtong.services.queue.Board;
import org.zhengtong.services.queue.Boards;
import org.zhengtong.services.queue.KioskPlace;
import org.zhengtong.services.queue.Kiosks;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.services.queue.TicketSlips;
import org.zhengtong.services.queue.Tickets;

/** Who lays their identity card on the reader of a machine checks in, takes a number, or is sent a code to sign in. */
@Controller
@RequestMapping("/kiosk")
class KioskCard {
    private static final int SECONDS = 60;

    /** 老年人权益保障法第二条: who is sixty. They go first without asking for it. */
    private static final int OLD = 60;

    private final Readings readings;
    private final KioskPlace place;
    private final Kiosks kiosks;
    private final Identity identity;
    private final Arrivals arrivals;
    private final Boards boards;
    private final Tickets tickets;
    private final TicketSlips slips;
    private final NumberSignIns signIns;
    private final SharedMachine shared;
    private final Clock clock;

    KioskCard(
            Readings readings,
            KioskPlace place,
            Kiosks kiosks,
            Identity identity,
            Arrivals arrivals,
            Boards boards,
            Tickets tickets,
            TicketSlips slips,
            NumberSignIns signIns,
            SharedMachine shared,
            Clock clock) {
        this.readings = readings;
        this.place = place;
        this.kiosks = kiosks;
        this.identity = identity;
        this.arrivals = arrivals;
        this.boards = boards;
        this.tickets = tickets;
        this.slips = slips;
        this.signIns = signIns;
        this.shared = shared;
        this.clock = clock;
    }

    @ModelAttribute
    void leaveNoTrace(HttpServletResponse answer) {
        SharedScreen.leaveNoTrace(SECONDS, answer);
    }

    /** @param key public key of the bridge, X.509 in Base64 */
    record Introduced(String key) {}

    /** The bridge beside the machine's browser introduces itself. */
    @PostMapping("/bridge")
    @ResponseBody
    Map<String, Boolean> introduce(@RequestBody Introduced bridge, HttpServletRequest request) {
        String machine = place.key(request).orElseThrow(() -> Problem.notFound("queue.unknown-kiosk"));
        return Map.of("known", BridgeKey.isKey(bridge.key()) && kiosks.learnBridge(machine, bridge.key()));
    }

    @GetMapping("/card")
    String card(@RequestParam(defaultValue = "false") boolean refused, Model model) {
        model.addAttribute("refused", refused);
        return "services/machines/card";
    }

    @PostMapping("/card/question")
    @ResponseBody
    Map<String, String> ask(HttpServletRequest request, HttpServletResponse response) {
        return Map.of("challenge", readings.ask(request, response));
    }

    @PostMapping("/card")
    String laid(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String signature,
            HttpServletRequest request,
            HttpServletResponse response) {
        return readings.take(name, number, signature, request, response)
                ? "redirect:/kiosk/card/holder"
                : "redirect:/kiosk/card?refused=true";
    }

    @GetMapping("/card/holder")
    String holder(HttpServletRequest request, Model model) {
        Optional<Readings.Reading> reading = readings.current(request);
        Optional<Hall> hall = place.hall(request);
        if (reading.isEmpty() || hall.isEmpty()) {
            return "redirect:/kiosk/card";
        }
        List<Board.Line> lines = boards.board(hall.get().id()).map(Board::lines).orElse(List.of());
        model.addAttribute(
                "view",
                new HolderView(
                        MaskedName.of(reading.get().name()),
                        person(reading.get())
                                .map(one -> arrivals.today(one, hall.get().id()))
                                .orElse(List.of()),
                        lines,
                        signIns.isConnected()));
        return "services/machines/holder";
    }

    private Optional<PersonId> person(Readings.Reading reading) {
        return identity.findPerson(reading.number());
    }

    @PostMapping("/card/arrivals/{id}")
    String arrive(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        Readings.Reading reading = reading(request);
        Hall hall = hall(request);
        Appointment own = person(reading).stream()
                .flatMap(one -> arrivals.today(one, hall.id()).stream())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("appointments.unknown"));
        return shown(tickets.checkIn(own.id(), priority(reading), actor(hall)), request, response);
    }

    @PostMapping("/card/numbers/{group}")
    String take(@PathVariable String group, HttpServletRequest request, HttpServletResponse response) {
        Readings.Reading reading = reading(request);
        Hall hall = hall(request);
        Tickets.Wish wish = new Tickets.Wish(hall.id(), group, Optional.empty(), priority(reading), 1);
        return shown(tickets.take(wish, person(reading), Ticket.Origin.KIOSK, actor(hall)), request, response);
    }

    @PostMapping("/card/sign-in")
    String signIn(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        Readings.Reading reading = reading(request);
        readings.forget(request, response);
        return switch (signIns.begin(
                reading.number().value(), SignInPlace.ofMachine(request.getRemoteAddr()), locale)) {
            case NumberSignIns.Beginning.Sent(String ticket) -> {
                shared.keepTicket(ticket, request, response);
                yield "redirect:/kiosk/sign-in/number/code";
            }
            case NumberSignIns.Beginning.WrongNumber _, NumberSignIns.Beginning.TooMany _ ->
                "redirect:/kiosk/sign-in/number?later=true";
        };
    }

    private Readings.Reading reading(HttpServletRequest request) {
        return readings.current(request).orElseThrow(() -> new Problem(409, "machines.card-over"));
    }

    private Hall hall(HttpServletRequest request) {
        return place.hall(request).orElseThrow(() -> Problem.notFound("queue.unknown-kiosk"));
    }

    private Ticket.Priority priority(Readings.Reading reading) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Page.ZONE);
        return reading.number().birthDate().plusYears(OLD).isAfter(today)
                ? Ticket.Priority.NONE
                : Ticket.Priority.ELDER;
    }

    private static String actor(Hall hall) {
        return "kiosk:" + hall.id();
    }

    private String shown(Tickets.Answer answer, HttpServletRequest request, HttpServletResponse response) {
        readings.forget(request, response);
        return "redirect:" + slips.shownAtMachine(answer);
    }
}
