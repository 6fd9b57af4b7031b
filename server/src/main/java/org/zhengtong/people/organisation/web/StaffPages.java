package org.zhengtong.people.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.people.organisation.Staffing;

/** The security administrator's desk: who works where and may do what. */
@Controller
@RequestMapping("/desk/staff")
class StaffPages {
    private final Staffing staffing;
    private final Organisation organisation;

    StaffPages(Staffing staffing, Organisation organisation) {
        this.staffing = staffing;
        this.organisation = organisation;
    }

    @GetMapping
    String list(
            StaffMember me,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        Body chosen = Uscc.parse(body).flatMap(organisation::body).orElse(me.body());
        List<StaffMember> members = staffing.staffOf(me, chosen.uscc());
        String sentence = done.matches("appointed|dismissed") ? "organisation.staff.done." + done : "";
        model.addAttribute("view", new StaffListView(organisation.bodies(), chosen, members, me.person(), sentence));
        return "people/organisation/staff";
    }

    @GetMapping("/new")
    String blank(StaffMember me, @RequestParam(defaultValue = "") String body, Model model) {
        Body chosen = Uscc.parse(body).flatMap(organisation::body).orElse(me.body());
        staffing.staffOf(me, chosen.uscc());
        return page(Optional.empty(), "", chosen.uscc().value(), "", Set.of(), FormState.FRESH, model);
    }

    @PostMapping("/new")
    String appointNew(
            StaffMember me,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") List<String> roles,
            HttpServletResponse response,
            Model model) {
        Optional<PersonId> person = staffing.findAccount(me, account);
        if (person.isPresent()) {
            return appoint(me, person.get(), Optional.empty(), account, body, post, roles(roles), response, model);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        FormState form = Refusals.form(Staffing.Refusal.UNKNOWN_PERSON);
        return page(Optional.empty(), account, body, post, roles(roles), form, model);
    }

    @GetMapping("/{person}")
    String one(StaffMember me, @PathVariable UUID person, Model model) {
        StaffMember member = member(me, person);
        return page(
                Optional.of(member),
                "",
                member.body().uscc().value(),
                member.post(),
                member.roles(),
                FormState.FRESH,
                model);
    }

    @PostMapping("/{person}")
    String change(
            StaffMember me,
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") List<String> roles,
            HttpServletResponse response,
            Model model) {
        StaffMember member = member(me, person);
        return appoint(me, member.person(), Optional.of(member), "", body, post, roles(roles), response, model);
    }

    @PostMapping("/{person}/dismiss")
    String dismiss(StaffMember me, @PathVariable UUID person) {
        return switch (staffing.dismiss(me, new PersonId(person))) {
            case Staffing.Answer.Done(StaffMember member) -> backTo(member.body(), "dismissed");
            case Staffing.Answer.Refused(Staffing.Refusal why) ->
                throw new Problem(409, why == Staffing.Refusal.ONESELF ? "appointment-oneself" : "appointment-unknown");
        };
    }

    private String appoint(
            StaffMember me,
            PersonId person,
            Optional<StaffMember> before,
            String account,
            String body,
            String post,
            Set<Role> roles,
            HttpServletResponse response,
            Model model) {
        Staffing.Answer answer = Uscc.parse(body)
                .map(uscc -> staffing.appoint(me, person, uscc, post, roles))
                .orElseGet(() -> new Staffing.Answer.Refused(Staffing.Refusal.UNKNOWN_BODY));
        return switch (answer) {
            case Staffing.Answer.Done(StaffMember member) -> backTo(member.body(), "appointed");
            case Staffing.Answer.Refused(Staffing.Refusal why) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(before, account, body, post, roles, Refusals.form(why), model);
            }
        };
    }

    private StaffMember member(StaffMember me, UUID person) {
        return staffing.find(me, new PersonId(person)).orElseThrow(() -> Problem.notFound("appointment-unknown"));
    }

    private String page(
            Optional<StaffMember> member,
            String account,
            String body,
            String post,
            Set<Role> roles,
            FormState form,
            Model model) {
        model.addAttribute("view", new StaffFormView(member, account, body, post, roles, organisation.bodies(), form));
        return "people/organisation/appointment";
    }

    private static String backTo(Body body, String done) {
        return "redirect:/desk/staff?body=" + body.uscc().value() + "&done=" + done;
    }

    private static Set<Role> roles(List<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (names.contains(role.name())) {
                roles.add(role);
            }
        }
        return roles;
    }
}
