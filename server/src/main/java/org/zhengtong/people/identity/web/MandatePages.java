package org.zhengtong.people.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
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
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.FreshlyConfirmed;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Mandate;
import org.zhengtong.people.identity.MandateMatters;
import org.zhengtong.people.identity.MandateMatters.Matter;
import org.zhengtong.people.identity.MandateOrder;
import org.zhengtong.people.identity.Mandates;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.WrongField;

/** Mandates: who acts for me, and for whom I act. */
@Controller
@RequestMapping("/my/mandates")
class MandatePages {
    private final Mandates mandates;
    private final Identity identity;
    private final MandateMatters matters;
    private final MandateCards cards;

    MandatePages(Mandates mandates, Identity identity, MandateMatters matters, MandateCards cards) {
        this.mandates = mandates;
        this.identity = identity;
        this.matters = matters;
        this.cards = cards;
    }

    @GetMapping
    String mine(SignedIn me, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute(
                "view",
                new MandatesView(
                        cards(mandates.heldBy(me.person())), cards(mandates.givenBy(me.person())), done(done)));
        return "people/identity/mandates";
    }

    private List<MandateCard> cards(List<Mandate> some) {
        LocalDate today = mandates.today();
        return some.stream().map(mandate -> cards.of(mandate, today)).toList();
    }

    @GetMapping("/{id}")
    String one(SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "") String done, Model model) {
        Mandate mandate = mandates.open(me, id);
        model.addAttribute(
                "view",
                new MandateView(
                        cards.of(mandate, mandates.today()),
                        mandate.agent().equals(me.person()),
                        mandates.signed(me, id),
                        mandates.noteOfEnd(me, id),
                        done(done)));
        return "people/identity/mandate";
    }

    private static String done(String done) {
        return done.matches("signed|accepted|laid-down|ended|asked") ? "identity.mandates.done." + done : "";
    }

    /** @param firm for which an agent is appointed; empty for oneself */
    @FreshlyConfirmed
    @GetMapping("/new")
    String form(SignedIn me, @RequestParam(defaultValue = "") String firm, Model model) {
        return page(me, MandateOrder.empty(firm(firm)), "", FormState.FRESH, model);
    }

    @FreshlyConfirmed
    @PostMapping("/new")
    String write(
            SignedIn me,
            @RequestParam(defaultValue = "") String firm,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "some") String matters,
            @RequestParam(defaultValue = "") List<String> items,
            @RequestParam(defaultValue = "") Set<String> powers,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "draw") String action,
            HttpServletResponse response,
            Model model) {
        MandateOrder order =
                new MandateOrder(firm(firm), name, number, matters.equals("all"), items, powers, from, until);
        return switch (action) {
            case "find", "change" -> page(me, order, find, FormState.FRESH, model);
            case "sign" -> answered(me, order, mandates.sign(me, order), response, model);
            default -> answered(me, order, mandates.draw(me, order), response, model);
        };
    }

    private String answered(
            SignedIn me, MandateOrder order, Mandates.Answer answer, HttpServletResponse response, Model model) {
        return switch (answer) {
            case Mandates.Answer.Done(UUID id) -> "redirect:/my/mandates/" + id + "?done=signed";
            case Mandates.Answer.ToSign(String wording) -> {
                model.addAttribute("view", new SignMandateView(order, wording));
                yield "people/identity/sign-mandate";
            }
            case Mandates.Answer.Wrong(List<WrongField> fields) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(me, order, "", new FormState(fields), model);
            }
        };
    }

    private String page(SignedIn me, MandateOrder order, String find, FormState form, Model model) {
        Party principal = order.firm().<Party>map(Party.Firm::new).orElseGet(() -> new Party.Person(me.person()));
        order.firm().filter(firm -> !mandates.manages(me.person(), firm)).ifPresent(_ -> {
            throw new Problem(403, "not-representative");
        });
        List<Matter> chosen = order.items().stream()
                .flatMap(code -> matters.matter(code).stream())
                .toList();
        List<Matter> found = matters.search(find).stream()
                .filter(matter -> !chosen.contains(matter))
                .toList();
        model.addAttribute(
                "view",
                new NewMandateView(
                        order,
                        identity.nameOf(principal),
                        chosen,
                        found,
                        find,
                        mandates.today().toString(),
                        mandates.longestDays(),
                        form));
        return "people/identity/new-mandate";
    }

    private static Optional<FirmId> firm(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new FirmId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            throw Problem.notFound("unknown-firm");
        }
    }

    @PostMapping("/{id}/acceptance")
    String accept(SignedIn me, @PathVariable UUID id) {
        mandates.accept(me, id);
        return "redirect:/my/mandates?done=accepted";
    }

    @PostMapping("/{id}/laying-down")
    String layDown(SignedIn me, @PathVariable UUID id) {
        mandates.layDown(me, id);
        return "redirect:/my/mandates?done=laid-down";
    }

    @PostMapping("/{id}/end")
    String end(SignedIn me, @PathVariable UUID id) {
        mandates.end(me, id);
        return "redirect:/my/mandates?done=ended";
    }

    @GetMapping("/ward")
    String ward(SignedIn me, Model model) {
        model.addAttribute("view", new WardView(Mandates.Ward.EMPTY, FormState.FRESH));
        return "people/identity/ward";
    }

    @PostMapping("/ward")
    String askForWard(
            SignedIn me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String note,
            HttpServletResponse response,
            Model model) {
        Mandates.Ward typed = new Mandates.Ward(name, number, note);
        if (mandates.askForWard(me, typed) instanceof Mandates.Answer.Wrong(List<WrongField> fields)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("view", new WardView(typed, new FormState(fields)));
            return "people/identity/ward";
        }
        return "redirect:/my/mandates?done=asked";
    }
}
