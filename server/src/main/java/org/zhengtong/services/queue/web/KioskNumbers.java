package org.zhengtong.services.queue.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.zhengtong.ground.slips.EscPos;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.SharedScreen;
import org.zhengtong.ground.web.Tries;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.LastFour;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.Arrivals;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.queue.Board;
import org.zhengtong.services.queue.Boards;
import org.zhengtong.services.queue.KioskPlace;
import org.zhengtong.services.queue.Kiosks;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.services.queue.Ticket.Origin;
import org.zhengtong.services.queue.TicketSlips;
import org.zhengtong.services.queue.Tickets;

/** Numbers and check-in at a machine the staff connected; it remembers where it stands. */
@Controller
@RequestMapping("/kiosk")
class KioskNumbers {
    /** So long a screen waits for a touch, and so long the number is shown. */
    private static final int SECONDS = 60;

    private static final int SECONDS_OF_TICKET = 20;
    /** For each number: four characters are not guessed by trying. */
    private static final int TRIES = 5;

    private static final Duration TRIES_IN = Duration.ofMinutes(10);

    private final Tickets tickets;
    private final Boards boards;
    private final Arrivals arrivals;
    private final Identity identity;
    private final Kiosks kiosks;
    private final KioskPlace place;
    private final TicketSlips slips;
    private final Tries tries;

    KioskNumbers(
            Tickets tickets,
            Boards boards,
            Arrivals arrivals,
            Identity identity,
            Kiosks kiosks,
            KioskPlace place,
            TicketSlips slips,
            Clock clock) {
        this.kiosks = kiosks;
        this.slips = slips;
        this.tries = Tries.allTogether(clock, TRIES, TRIES_IN);
        this.tickets = tickets;
        this.boards = boards;
        this.arrivals = arrivals;
        this.identity = identity;
        this.place = place;
    }

    @ModelAttribute
    void leaveNoTrace(HttpServletResponse answer) {
        SharedScreen.leaveNoTrace(SECONDS, answer);
    }

    @GetMapping("/numbers")
    String numbers(Optional<SignedIn> me, HttpServletRequest request, Model model) {
        Optional<Hall> hall = place.hall(request);
        Optional<Board> board = hall.flatMap(one -> boards.board(one.id()));
        if (board.isEmpty()) {
            model.addAttribute("view", new KioskNumbersView.Where(hall));
            return "services/queue/kioskwhere";
        }
        List<Appointment> coming =
                me.map(one -> arrivals.today(one.person(), hall.get().id())).orElse(List.of());
        model.addAttribute(
                "view",
                new KioskNumbersView.Groups(
                        hall.get(),
                        board.get(),
                        me.map(one -> MaskedName.of(one.name()).value()),
                        coming));
        return "services/queue/kioskgroups";
    }

    /** Kept by the machine's browser and shown without a connection. */
    @GetMapping("/offline")
    String offline(HttpServletResponse response) {
        response.setHeader("Refresh", "");
        return "services/queue/kioskoffline";
    }

    /** The address staff are shown for a machine. */
    @GetMapping("/hall")
    String stand(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "false") boolean bridge,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (kiosks.hall(key).isEmpty()) {
            throw Problem.notFound("queue.unknown-kiosk");
        }
        place.keep(key, request, response);
        SharedScreen.hasBridge(bridge, request, response);
        return "redirect:/kiosk/numbers";
    }

    /** Whether somebody goes first, and how many they are. */
    @GetMapping("/numbers/{group}")
    String who(@PathVariable String group, HttpServletRequest request, Model model) {
        Hall hall = place.hall(request).orElseThrow(() -> Problem.notFound("unknown-hall"));
        Board.Line line = boards.board(hall.id()).stream()
                .flatMap(board -> board.lines().stream())
                .filter(one -> one.group().equals(group))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("queue.not-here"));
        model.addAttribute("view", new KioskNumbersView.Who(hall, line));
        return "services/queue/kioskwho";
    }

    @PostMapping("/numbers/{group}")
    String take(
            Optional<SignedIn> me,
            @PathVariable String group,
            @RequestParam(defaultValue = "NONE") String priority,
            @RequestParam(defaultValue = "1") int together,
            HttpServletRequest request) {
        Hall hall = place.hall(request).orElseThrow(() -> Problem.notFound("unknown-hall"));
        Tickets.Wish wish =
                new Tickets.Wish(hall.id(), group, Optional.empty(), TicketPages.priority(priority), together);
        return "redirect:"
                + slips.shownAtMachine(tickets.take(wish, me.map(SignedIn::person), Origin.KIOSK, actor(me, hall)));
    }

    /** Who signed in here says they have come. */
    @PostMapping("/arrivals/{id}")
    String arrive(SignedIn me, @PathVariable UUID id, HttpServletRequest request) {
        Hall hall = place.hall(request).orElseThrow(() -> Problem.notFound("unknown-hall"));
        Appointment own = arrivals.today(me.person(), hall.id()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("appointments.unknown"));
        return "redirect:" + slips.shownAtMachine(tickets.checkIn(own.id(), Ticket.Priority.NONE, me.actor()));
    }

    /**
     * By the number somebody booked with and the last four characters of their identity number. Whichever of the two is
     * wrong, the answer is the same.
     */
    @PostMapping("/arrivals")
    String arriveByNumber(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String four,
            HttpServletRequest request) {
        Hall hall = place.hall(request).orElseThrow(() -> Problem.notFound("unknown-hall"));
        String typed = number.strip().toUpperCase(Locale.ROOT);
        tries.take(hall.id() + " " + typed).ifPresent(later -> {
            throw new Problem(429, "queue.too-many-tries");
        });
        Appointment found = arrivals.todayWithNumber(hall.id(), typed)
                .filter(one -> LastFour.parse(four)
                        .filter(last -> identity.endsWith(new Party.Person(one.person()), last))
                        .isPresent())
                .orElseThrow(() -> Problem.notFound("queue.unknown-number"));
        return "redirect:"
                + slips.shownAtMachine(tickets.checkIn(found.id(), Ticket.Priority.NONE, "kiosk:" + hall.id()));
    }

    @GetMapping("/tickets/{ticket}")
    String ticket(
            @PathVariable("ticket") UUID id,
            @RequestParam(required = false) @Nullable String paper,
            HttpServletResponse response,
            Model model) {
        Ticket ticket = found(id);
        response.setHeader("Refresh", SECONDS_OF_TICKET + ";url=/kiosk");
        model.addAttribute(
                "view",
                new KioskNumbersView.Given(
                        ticket, tickets.party(ticket.party()), tickets.standing(ticket), paper != null));
        return "services/queue/kioskticket";
    }

    /** For a printer of the machine's own: the commands of the slips of all who came together. */
    @GetMapping(path = "/tickets/{ticket}/slip", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseBody
    byte[] slip(@PathVariable("ticket") UUID id) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        tickets.party(found(id).party()).forEach(one -> all.writeBytes(EscPos.of(slips.slip(one))));
        return all.toByteArray();
    }

    private Ticket found(UUID id) {
        return tickets.find(id).orElseThrow(() -> Problem.notFound("queue.unknown-ticket"));
    }

    private static String actor(Optional<SignedIn> me, Hall hall) {
        return me.map(SignedIn::actor).orElse("kiosk:" + hall.id());
    }
}
