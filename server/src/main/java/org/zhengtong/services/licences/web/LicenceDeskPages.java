package org.zhengtong.services.licences.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceAct;
import org.zhengtong.services.licences.LicenceDecision;
import org.zhengtong.services.licences.LicenceDesk;
import org.zhengtong.services.licences.LicenceImages;
import org.zhengtong.services.licences.LicenceState;
import org.zhengtong.services.licences.LicenceType;
import org.zhengtong.services.licences.Licences;

/** The body's desk: the licences it has issued, and what it decides about them. */
@Controller
@RequestMapping("/desk/licences")
class LicenceDeskPages {
    private final LicenceDesk desk;
    private final Licences licences;
    private final LicenceImages images;
    private final LicenceReaders readers;

    LicenceDeskPages(LicenceDesk desk, Licences licences, LicenceImages images, LicenceReaders readers) {
        this.desk = desk;
        this.licences = licences;
        this.images = images;
        this.readers = readers;
    }

    @GetMapping
    String list(
            StaffMember me,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String state,
            @RequestParam Optional<UUID> before,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        Optional<UUID> found = q.isBlank() ? Optional.empty() : desk.find(me, q);
        if (found.isPresent()) {
            return "redirect:/desk/licences/" + found.get();
        }
        Optional<LicenceState> chosen = state(state);
        List<String> types = licences.types().stream().map(LicenceType::title).toList();
        String known = types.contains(type) ? type : "";
        model.addAttribute(
                "view",
                new DeskListView(
                        me.body().name(),
                        desk.list(me, new LicenceDesk.Question(known, chosen, before)),
                        types,
                        known,
                        chosen,
                        q.strip(),
                        me.has(Role.CATALOGUE)));
        return "services/licences/desk-list";
    }

    private static Optional<LicenceState> state(String name) {
        return Arrays.stream(LicenceState.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    @GetMapping("/{id}")
    String one(
            StaffMember me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String done,
            Locale locale,
            Model model) {
        Licence licence = desk.open(me, id);
        FaceView face = new FaceView(
                licence,
                licences.type(licence.type()),
                images.code(licence, Optional.empty()).address(),
                images.seal(licence).address());
        model.addAttribute(
                "view",
                new DeskLicenceView(
                        face,
                        readers.history(licences.versions(id).orElse(List.of()), me.actor(), locale),
                        desk.mayDecide(me),
                        LicenceAct.at(done)
                                .map(act -> "licences.act.done." + act)
                                .orElse("")));
        return "services/licences/desk-licence";
    }

    @GetMapping("/{id}/acts/{act}")
    String form(StaffMember me, @PathVariable UUID id, @PathVariable String act, Model model) {
        Licence licence = desk.open(me, id);
        if (!desk.mayDecide(me)) {
            throw new Problem(403, "not-your-duty");
        }
        LicenceAct known = act(act);
        if (!known.mayFollow(licence.state())) {
            throw new Problem(409, "licence-state");
        }
        return form(licence, LicenceDecision.fresh(known), FormState.FRESH, model);
    }

    @PostMapping("/{id}/acts/{act}")
    String decide(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        LicenceDecision decision = decision(act(act), id, me, typed);
        int seen = number(typed.getOrDefault("version", ""));
        return switch (desk.decide(me, id, seen, decision)) {
            case LicenceDesk.Answer.Done _ ->
                "redirect:/desk/licences/" + id + "?done=" + decision.act().path();
            case LicenceDesk.Answer.Overtaken _ -> throw new Problem(409, "licence-overtaken");
            case LicenceDesk.Answer.Wrong(List<WrongField> wrong) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(desk.open(me, id), decision, new FormState(wrong), model);
            }
        };
    }

    /** Of a correction each attribute has a field of its own, numbered in the order of print. */
    private LicenceDecision decision(LicenceAct act, UUID id, StaffMember me, Map<String, String> typed) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (act == LicenceAct.CORRECT) {
            Licence licence = desk.open(me, id);
            List<String> names = LicenceDecision.correctable(licence, licences.type(licence.type()));
            for (int i = 0; i < names.size(); i++) {
                attributes.put(names.get(i), typed.getOrDefault("attribute-" + i, ""));
            }
        }
        return new LicenceDecision(
                act,
                typed.getOrDefault("ground", ""),
                typed.getOrDefault("reason", ""),
                typed.getOrDefault("document", ""),
                typed.getOrDefault("until", ""),
                typed.getOrDefault("hearing", ""),
                typed.getOrDefault("receiver", ""),
                attributes);
    }

    private String form(Licence licence, LicenceDecision decision, FormState form, Model model) {
        model.addAttribute("view", new ActView(licence, licences.type(licence.type()), decision, form));
        return "services/licences/act";
    }

    private static LicenceAct act(String path) {
        return LicenceAct.at(path).orElseThrow(() -> Problem.notFound("licence-act-unknown"));
    }

    private static int number(String typed) {
        return typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
    }
}
