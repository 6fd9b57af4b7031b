package org.zhengtong.people.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.audit.BrokenLeaf;
import org.zhengtong.ground.audit.Leaf;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Oversight;
import org.zhengtong.people.organisation.StaffMember;

/** The audit administrator's desk: what happened, and whether the record of it holds. */
@Controller
@RequestMapping("/desk/audit")
class AuditPages {
    private final Oversight oversight;
    private final Organisation organisation;

    AuditPages(Oversight oversight, Organisation organisation) {
        this.oversight = oversight;
        this.organisation = organisation;
    }

    @GetMapping
    String search(
            StaffMember me,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String before,
            HttpServletResponse response,
            Model model) {
        AuditSearch search = new AuditSearch(subject, action, actor, since, until, before);
        return page(me, search, false, Optional.empty(), response, model);
    }

    @PostMapping("/verify")
    String verify(
            StaffMember me,
            @RequestParam(defaultValue = "") String subject,
            HttpServletResponse response,
            Model model) {
        AuditSearch search = new AuditSearch(subject, "", "", "", "", "");
        boolean checkable = search.check().isEmpty();
        Optional<BrokenLeaf> broken = checkable ? oversight.verify(me, search.uuid()) : Optional.empty();
        return page(me, search, checkable, broken, response, model);
    }

    private String page(
            StaffMember me,
            AuditSearch search,
            boolean checked,
            Optional<BrokenLeaf> broken,
            HttpServletResponse response,
            Model model) {
        List<WrongField> wrong = search.check();
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        List<Leaf> leaves = wrong.isEmpty() ? oversight.find(me, search.question()) : List.of();
        List<PersonId> bent = checked ? oversight.bentAppointments(me) : List.of();
        model.addAttribute(
                "view", new AuditView(search, new FormState(wrong), leaves, names(leaves), checked, broken, bent));
        return "people/organisation/audit";
    }

    private Map<String, String> names(List<Leaf> leaves) {
        Map<String, String> names = new HashMap<>();
        leaves.stream()
                .map(Leaf::actor)
                .filter(actor -> actor.matches("staff:[-0-9a-f]{36}"))
                .distinct()
                .forEach(actor -> organisation
                        .staff(new PersonId(UUID.fromString(actor.substring("staff:".length()))))
                        .ifPresent(member -> names.put(
                                actor, member.name() + " · " + member.body().name())));
        return names;
    }
}
