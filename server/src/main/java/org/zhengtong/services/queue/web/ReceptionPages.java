package org.zhengtong.services.queue.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.WebSettings;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.appointments.Arrivals;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.queue.Boards;
import org.zhengtong.services.queue.Kiosks;
import org.zhengtong.services.queue.QueueRefusal;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.services.queue.Ticket.Origin;
import org.zhengtong.services.queue.TicketSlips;
import org.zhengtong.services.queue.Tickets;

/** Reception: numbers for those who come without a telephone, and check-in for those who booked. */
@Controller
@RequestMapping("/desk/reception")
class ReceptionPages {
    private final Tickets tickets;
    private final Boards boards;
    private final Arrivals arrivals;
    private final Halls halls;
    private final Organisation organisation;
    private final TicketSlips slips;
    private final Kiosks kiosks;
    private final WebSettings settings;

    ReceptionPages(
            Tickets tickets,
            Boards boards,
            Arrivals arrivals,
            Halls halls,
            Organisation organisation,
            TicketSlips slips,
            Kiosks kiosks,
            WebSettings settings) {
        this.slips = slips;
        this.kiosks = kiosks;
        this.settings = settings;
        this.tickets = tickets;
        this.boards = boards;
        this.arrivals = arrivals;
        this.halls = halls;
        this.organisation = organisation;
    }

    @GetMapping
    String home(StaffMember clerk, @RequestParam(defaultValue = "") String hall, Model model) {
        List<Hall> own = halls(clerk);
        Optional<Hall> chosen = Hall.chosen(own, hall);
        model.addAttribute("view", new ReceptionView(own, chosen, chosen.flatMap(one -> boards.board(one.id()))));
        return "services/queue/reception";
    }

    @PostMapping("/tickets")
    String take(
            StaffMember clerk,
            @RequestParam(defaultValue = "") String hall,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "NONE") String priority,
            @RequestParam(defaultValue = "1") int together) {
        requireHere(clerk, hall);
        Tickets.Wish wish = new Tickets.Wish(hall, group, Optional.empty(), TicketPages.priority(priority), together);
        return slip(tickets.take(wish, Optional.empty(), Origin.RECEPTION, clerk.actor()));
    }

    /** By the number they booked with; the clerk looks at the identity card. */
    @PostMapping("/arrivals")
    String arrive(
            StaffMember clerk,
            @RequestParam(defaultValue = "") String hall,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "NONE") String priority) {
        requireHere(clerk, hall);
        String typed = number.strip().toUpperCase(Locale.ROOT);
        return arrivals.todayWithNumber(hall, typed)
                .map(one -> slip(tickets.checkIn(one.id(), TicketPages.priority(priority), clerk.actor())))
                .orElseThrow(() -> Problem.notFound("queue.unknown-number"));
    }

    /** Shows the address a machine of the hall is opened with once. */
    @PostMapping("/kiosk")
    String connect(
            StaffMember clerk,
            @RequestParam(defaultValue = "") String hall,
            @RequestParam(defaultValue = "false") boolean bridge,
            Model model) {
        String key = kiosks.connect(clerk, hall);
        model.addAttribute(
                "view",
                new KioskKeyView(
                        halls.hall(hall).orElseThrow(() -> Problem.notFound("unknown-hall")),
                        settings.publicAddress() + "/kiosk/hall?key=" + key + (bridge ? "&bridge=true" : "")));
        return "services/queue/kioskkey";
    }

    private List<Hall> halls(StaffMember clerk) {
        Duty.require(organisation, clerk, Role.ACCEPTANCE);
        return halls.withWindowOf(clerk.body().uscc().value());
    }

    private void requireHere(StaffMember clerk, String hall) {
        Duty.require(organisation, clerk, Role.ACCEPTANCE);
        halls.requireWindowOf(clerk.body().uscc().value(), hall);
    }

    private String slip(Tickets.Answer answer) {
        return switch (answer) {
            case Tickets.Answer.Given(List<Ticket> given) ->
                "redirect:/tickets/" + given.getFirst().id() + "/slip?printed=" + slips.print(given);
            case Tickets.Answer.Refused(QueueRefusal why) -> throw why.problem();
        };
    }
}
