package org.zhengtong.people.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.zhengtong.people.organisation.ItemScope;
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
        Typed typed = new Typed(chosen.uscc().value(), "", List.of(), List.of());
        return page(me, Optional.empty(), "", typed, FormState.FRESH, model);
    }

    @PostMapping("/new")
    String appointNew(
            StaffMember me,
            @RequestParam(defaultValue = "") String account,
            Typed typed,
            HttpServletResponse response,
            Model model) {
        Optional<PersonId> person = staffing.findAccount(me, account);
        if (person.isPresent()) {
            return appoint(me, person.get(), Optional.empty(), account, typed, response, model);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        FormState form = Refusals.form(Staffing.Refusal.UNKNOWN_PERSON);
        return page(me, Optional.empty(), account, typed, form, model);
    }

    @GetMapping("/{person}")
    String one(StaffMember me, @PathVariable UUID person, Model model) {
        StaffMember member = member(me, person);
        Typed kept = new Typed(
                member.body().uscc().value(),
                member.post(),
                member.roles().stream().map(Role::name).toList(),
                List.copyOf(member.items().items()));
        return page(me, Optional.of(member), "", kept, FormState.FRESH, model);
    }

    @PostMapping("/{person}")
    String change(StaffMember me, @PathVariable UUID person, Typed typed, HttpServletResponse response, Model model) {
        StaffMember member = member(me, person);
        return appoint(me, member.person(), Optional.of(member), "", typed, response, model);
    }

    @PostMapping("/{person}/dismiss")
    String dismiss(StaffMember me, @PathVariable UUID person) {
        return switch (staffing.dismiss(me, new PersonId(person))) {
            case Staffing.Answer.Done(StaffMember member) -> backTo(member.body(), "dismissed");
            case Staffing.Answer.Refused(Staffing.Refusal why) ->
                throw new Problem(409, why == Staffing.Refusal.ONESELF ? "appointment-oneself" : "appointment-unknown");
        };
    }

    /** What is chosen in the form. */
    record Typed(
            @Nullable String body,
            @Nullable String post,
            @Nullable List<String> roles,
            @Nullable List<String> items) {
        Optional<Uscc> uscc() {
            return Optional.ofNullable(body).flatMap(Uscc::parse);
        }

        String tidyPost() {
            return Objects.requireNonNullElse(post, "");
        }

        Set<Role> chosenRoles() {
            Set<Role> chosen = EnumSet.noneOf(Role.class);
            for (Role role : Role.values()) {
                if (roles != null && roles.contains(role.name())) {
                    chosen.add(role);
                }
            }
            return chosen;
        }

        Set<String> chosenItems() {
            return items == null ? Set.of() : Set.copyOf(items);
        }
    }

    private String appoint(
            StaffMember me,
            PersonId person,
            Optional<StaffMember> before,
            String account,
            Typed typed,
            HttpServletResponse response,
            Model model) {
        ItemScope items = ItemScope.chosen(typed.chosenItems());
        Staffing.Answer answer = typed.uscc()
                .map(body -> staffing.appoint(me, person, body, typed.tidyPost(), typed.chosenRoles(), items))
                .orElseGet(() -> new Staffing.Answer.Refused(Staffing.Refusal.UNKNOWN_BODY));
        return switch (answer) {
            case Staffing.Answer.Done(StaffMember member) -> backTo(member.body(), "appointed");
            case Staffing.Answer.Refused(Staffing.Refusal why) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(me, before, account, typed, Refusals.form(why), model);
            }
        };
    }

    private StaffMember member(StaffMember me, UUID person) {
        return staffing.find(me, new PersonId(person)).orElseThrow(() -> Problem.notFound("appointment-unknown"));
    }

    private String page(
            StaffMember me, Optional<StaffMember> member, String account, Typed typed, FormState form, Model model) {
        Body body = typed.uscc().flatMap(organisation::body).orElse(me.body());
        model.addAttribute(
                "view",
                new StaffFormView(
                        member,
                        account,
                        body.uscc().value(),
                        typed.tidyPost(),
                        typed.chosenRoles(),
                        typed.chosenItems(),
                        staffing.itemsOf(me, body),
                        organisation.bodies(),
                        form));
        return "people/organisation/appointment";
    }

    private static String backTo(Body body, String done) {
        return "redirect:/desk/staff?body=" + body.uscc().value() + "&done=" + done;
    }
}
