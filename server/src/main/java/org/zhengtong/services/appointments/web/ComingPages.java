package org.zhengtong.services.appointments.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.TypedDay;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.AppointmentDesk;
import org.zhengtong.services.appointments.Appointments;
import org.zhengtong.services.appointments.Arrivals;
import org.zhengtong.services.appointments.Refusal;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.Halls;

/** The clerk's list of a day, and where a call begins. */
@Controller
@RequestMapping("/desk/appointments")
class ComingPages {
    private final AppointmentDesk desk;
    private final Halls halls;
    private final Identity identity;
    private final Clock clock;

    ComingPages(AppointmentDesk desk, Halls halls, Identity identity, Clock clock) {
        this.desk = desk;
        this.halls = halls;
        this.identity = identity;
        this.clock = clock;
    }

    @GetMapping
    String day(
            StaffMember clerk,
            @RequestParam(defaultValue = "") String hall,
            @RequestParam(defaultValue = "") String day,
            Model model) {
        return show(clerk, hall, day, FormState.FRESH, "", model);
    }

    @PostMapping("/calls")
    String answer(
            StaffMember clerk,
            @RequestParam(defaultValue = "") String number,
            HttpServletResponse response,
            Model model) {
        return switch (desk.answer(clerk, number)) {
            case AppointmentDesk.Found.Caller(UUID call) -> "redirect:/desk/appointments/calls/" + call;
            case AppointmentDesk.Found.Wrong(var field) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(clerk, "", "", new FormState(List.of(field)), number, model);
            }
        };
    }

    @PostMapping("/{id}/marks")
    String mark(StaffMember clerk, @PathVariable UUID id, @RequestParam boolean came) {
        return switch (desk.mark(clerk, id, came)) {
            case Appointments.Answer.Done(Appointment marked) ->
                "redirect:"
                        + UriComponentsBuilder.fromPath("/desk/appointments")
                                .queryParam("hall", marked.hall())
                                .queryParam("day", marked.moment().day())
                                .build()
                                .encode();
            case Appointments.Answer.Refused(Refusal why) -> throw why.problem();
        };
    }

    private String show(StaffMember clerk, String hall, String typedDay, FormState form, String number, Model model) {
        List<Hall> own = halls.withWindowOf(clerk.body().uscc().value());
        Optional<Hall> chosen = Hall.chosen(own, hall);
        LocalDate day = TypedDay.parse(typedDay).orElseGet(() -> LocalDate.ofInstant(clock.instant(), Page.ZONE));
        List<Appointment> coming = desk.comingTo(clerk, chosen.map(Hall::id).orElse(""), day);
        model.addAttribute(
                "view",
                new ComingView(own, chosen, day, coming.stream().map(this::row).toList(), form, number));
        return "services/appointments/coming";
    }

    private ComingView.Row row(Appointment one) {
        return new ComingView.Row(
                one,
                identity.nameOfPerson(one.person())
                        .map(name -> MaskedName.of(name).value())
                        .orElse(""),
                arrives(one),
                !one.moment().instant().isAfter(clock.instant()));
    }

    private ComingView.Arrives arrives(Appointment one) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Page.ZONE);
        boolean early = one.moment().instant().minus(Arrivals.EARLIEST).isAfter(clock.instant());
        if (early || one.state() == Appointment.State.KEPT) {
            return ComingView.Arrives.NOT;
        }
        return one.moment().day().equals(today) ? ComingView.Arrives.CHECKED_IN : ComingView.Arrives.RECORDED;
    }
}
