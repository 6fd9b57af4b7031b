package org.zhengtong.services.supervision.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.TypedDay;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseHistories;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Light;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.supervision.Cards;
import org.zhengtong.services.supervision.Supervision;

/** What heads see of how cases are handled. */
@Controller
@RequestMapping("/desk/supervision")
class SupervisionPages {
    private final Supervision supervision;
    private final Cards cards;
    private final CaseHistories histories;
    private final Clock clock;

    SupervisionPages(Supervision supervision, Cards cards, CaseHistories histories, Clock clock) {
        this.supervision = supervision;
        this.cards = cards;
        this.histories = histories;
        this.clock = clock;
    }

    @GetMapping
    String overview(StaffMember me, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute(
                "view",
                new OverviewView(
                        supervision.overview(me),
                        histories.count(supervision.reach(me)),
                        supervision.bodies(me).size() > 1,
                        done.equals("reviewed") ? "supervision.done.reviewed" : ""));
        return "services/supervision/overview";
    }

    @PostMapping("/review")
    String review(StaffMember me) {
        supervision.review(me);
        return "redirect:/desk/supervision?done=reviewed";
    }

    @GetMapping("/cases")
    String running(
            StaffMember me,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String light,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Supervision.Wanted wanted = wanted(body, light, item, post, page);
        model.addAttribute(
                "view",
                new RunningView(
                        supervision.running(me, wanted),
                        wanted,
                        supervision.bodies(me),
                        supervision.runningItems(me, wanted.body()),
                        me.body().uscc().value()));
        return "services/supervision/running";
    }

    static Supervision.Wanted wanted(String body, String light, String item, String post, int page) {
        return new Supervision.Wanted(
                Choices.text(body),
                Choices.named(Light.values(), light),
                item.isBlank() ? Optional.empty() : ItemCode.parse(item),
                Choices.named(Role.values(), post),
                page);
    }

    @GetMapping("/cases/{id}")
    String trace(StaffMember me, @PathVariable UUID id, @RequestParam(defaultValue = "") String steps, Model model) {
        Supervision.Traced traced = supervision.trace(me, new CaseId(id));
        Set<Integer> shown = Arrays.stream(steps.split(","))
                .filter(number -> number.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        boolean ownBody = traced.trace().body().equals(me.body().uscc().value());
        model.addAttribute(
                "view", new TraceView(traced, cards.of(me, id), shown, ownBody && me.hasWholly(Role.DECISION)));
        return "services/supervision/trace";
    }

    @GetMapping("/workload")
    String workload(
            StaffMember me,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Model model) {
        LocalDate today = LocalDate.now(clock);
        Optional<String> chosen = Choices.text(body);
        model.addAttribute(
                "view",
                new WorkloadView(
                        supervision.workload(me, chosen, day(from, today.minusDays(30)), day(until, today)),
                        supervision.bodies(me),
                        chosen));
        return "services/supervision/workload";
    }

    private static LocalDate day(String typed, LocalDate otherwise) {
        return typed.isBlank()
                ? otherwise
                : TypedDay.parse(typed).orElseThrow(() -> new Problem(422, "supervision.day-wrong"));
    }
}
