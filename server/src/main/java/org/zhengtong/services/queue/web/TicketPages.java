package org.zhengtong.services.queue.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.zhengtong.ground.slips.EscPos;
import org.zhengtong.ground.slips.PrintedSlip;
import org.zhengtong.ground.slips.SlipPrinter;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.QrCode;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.appointments.Appointments;
import org.zhengtong.services.appointments.Arrivals;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.queue.Board;
import org.zhengtong.services.queue.Boards;
import org.zhengtong.services.queue.Entrance;
import org.zhengtong.services.queue.QueueRefusal;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.services.queue.Ticket.Origin;
import org.zhengtong.services.queue.Ticket.Priority;
import org.zhengtong.services.queue.TicketSlips;
import org.zhengtong.services.queue.Tickets;

/** Numbers on one's own telephone. A ticket is open to whoever has its address, as a slip is to whoever holds it. */
@Controller
class TicketPages {
    /** Seconds after which the page of somebody who waits looks anew. */
    private static final int SECONDS = 20;

    private final Tickets tickets;
    private final Boards boards;
    private final Entrance entrance;
    private final Arrivals arrivals;
    private final Appointments appointments;
    private final Halls halls;
    private final HallPlans plans;
    private final TicketSlips slips;

    TicketPages(
            Tickets tickets,
            Boards boards,
            Entrance entrance,
            Arrivals arrivals,
            Appointments appointments,
            Halls halls,
            HallPlans plans,
            TicketSlips slips) {
        this.tickets = tickets;
        this.boards = boards;
        this.entrance = entrance;
        this.arrivals = arrivals;
        this.appointments = appointments;
        this.halls = halls;
        this.plans = plans;
        this.slips = slips;
    }

    @GetMapping("/halls/{hall}/ticket")
    String choose(SignedIn me, @PathVariable String hall, @RequestParam(defaultValue = "") String code, Model model) {
        Hall found = halls.hall(hall).orElseThrow(() -> Problem.notFound("unknown-hall"));
        Board board = boards.board(hall).orElseThrow(() -> Problem.notFound("queue.no-numbers"));
        model.addAttribute(
                "view",
                new TakingView(
                        found,
                        code,
                        entrance.isThere(hall, code),
                        board,
                        arrivals.today(me.person(), hall),
                        tickets.openOf(me.person()).stream()
                                .filter(one -> one.hall().equals(hall))
                                .toList()));
        return "services/queue/taking";
    }

    @PostMapping("/halls/{hall}/ticket")
    String take(
            SignedIn me,
            @PathVariable String hall,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "NONE") String priority,
            @RequestParam(defaultValue = "1") int together) {
        requireThere(hall, code);
        Tickets.Wish wish = new Tickets.Wish(hall, group, Optional.empty(), priority(priority), together);
        return shown(tickets.take(wish, Optional.of(me.person()), Origin.PHONE, me.actor()));
    }

    @PostMapping("/my/appointments/{id}/arrival")
    String arrive(
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "NONE") String priority) {
        String hall = appointments.one(me, id).hall();
        requireThere(hall, code);
        return shown(tickets.checkIn(id, priority(priority), me.actor()));
    }

    private void requireThere(String hall, String code) {
        if (!entrance.isThere(hall, code)) {
            throw new QueueRefusal.NotInTheHall().problem();
        }
    }

    @GetMapping("/tickets/{ticket}")
    String ticket(@PathVariable("ticket") UUID id, HttpServletResponse response, Model model) {
        Ticket ticket = found(id);
        if (ticket.state().isOpen()) {
            response.setHeader("Refresh", Integer.toString(SECONDS));
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("view", view(ticket));
        return "services/queue/ticket";
    }

    private TicketView view(Ticket ticket) {
        Optional<HallPlan> plan = plans.plan(ticket.hall());
        return new TicketView(
                ticket,
                halls.hall(ticket.hall()).orElseThrow(() -> Problem.notFound("unknown-hall")),
                plan.flatMap(one -> one.group(ticket.group()))
                        .map(HallPlan.Group::name)
                        .orElse(""),
                ticket.window()
                        .flatMap(window -> plan.map(one -> one.areaOf(window)))
                        .orElse(""),
                tickets.standing(ticket));
    }

    @GetMapping("/tickets/{ticket}/slip")
    String slip(@PathVariable("ticket") UUID id, @RequestParam(defaultValue = "") String printed, Model model) {
        TicketView view = view(found(id));
        List<Ticket> party = tickets.party(view.ticket().party());
        model.addAttribute(
                "view",
                new SlipView(
                        view.hall(),
                        view.group(),
                        party,
                        party.stream()
                                .collect(Collectors.toMap(
                                        Ticket::id,
                                        one -> QrCode.of(slips.address(one)).address())),
                        SlipPrinter.Outcome.SILENT.name().equals(printed)));
        return "services/queue/slip";
    }

    /** What is sent to a slip printer. */
    @GetMapping(path = "/tickets/{ticket}/slip.bin", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseBody
    byte[] commands(@PathVariable("ticket") UUID id) {
        return EscPos.of(slips.slip(found(id)));
    }

    /** What would come out of the printer: the very commands, read again. */
    @GetMapping(path = "/tickets/{ticket}/slip.svg", produces = "image/svg+xml")
    @ResponseBody
    String printed(@PathVariable("ticket") UUID id) {
        return PrintedSlip.read(EscPos.of(slips.slip(found(id)))).svg();
    }

    @PostMapping("/tickets/{ticket}/cancellation")
    String cancel(@PathVariable("ticket") UUID id) {
        return shown(tickets.cancel(found(id).id(), "ticket:" + id));
    }

    @PostMapping("/tickets/{ticket}/return")
    String comeBack(@PathVariable("ticket") UUID id) {
        return shown(tickets.comeBack(found(id).id(), "ticket:" + id));
    }

    private Ticket found(UUID id) {
        return tickets.find(id).orElseThrow(() -> Problem.notFound("queue.unknown-ticket"));
    }

    /** Whoever has a number already is shown it. */
    private static String shown(Tickets.Answer answer) {
        return switch (answer) {
            case Tickets.Answer.Given(List<Ticket> given) ->
                "redirect:/tickets/" + given.getFirst().id();
            case Tickets.Answer.Refused(QueueRefusal.HasTicket(UUID has)) -> "redirect:/tickets/" + has;
            case Tickets.Answer.Refused(QueueRefusal why) -> throw why.problem();
        };
    }

    static Priority priority(String typed) {
        return Arrays.stream(Priority.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(Priority.NONE);
    }
}
