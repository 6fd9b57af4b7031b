package org.zhengtong.services.catalogue.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.WebSettings;
import org.zhengtong.people.identity.SharedMachine;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Found;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.LifeEvent;
import org.zhengtong.services.catalogue.ServiceItem;

/** The machine in the hall: one question a screen, and nothing of it left for the next person. */
@Controller
@RequestMapping("/kiosk")
class KioskPages {
    /** So long a screen waits; then the machine is ready for the next person, without JavaScript as well. */
    static final int SECONDS = 120;

    private static final int RESULTS = 8;
    private final Catalogue catalogue;
    private final WebSettings settings;
    private final SharedMachine machine;

    KioskPages(Catalogue catalogue, WebSettings settings, SharedMachine machine) {
        this.machine = machine;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    @ModelAttribute
    void leaveNoTrace(HttpServletResponse answer) {
        answer.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        answer.setHeader("Refresh", SECONDS + ";url=/kiosk");
    }

    /** Where the next person begins: whoever was signed in is no more. */
    @GetMapping
    String start(HttpServletRequest request, HttpServletResponse response, Model model) {
        machine.leave(request, response);
        List<KioskView.Tile> events = LifeEvent.all().stream()
                .map(event -> new KioskView.Tile(event.name(), event.summary(), KioskView.event(event.name())))
                .filter(tile -> catalogue.items().stream()
                        .anyMatch(item -> item.lifeEvent().equals(tile.name())))
                .toList();
        model.addAttribute("view", new KioskView.Start(events));
        return "services/catalogue/kioskstart";
    }

    @GetMapping("/events")
    String event(Model model, @RequestParam(defaultValue = "") String name) {
        List<KioskView.Tile> items = catalogue.items().stream()
                .filter(item -> item.lifeEvent().equals(name))
                .map(KioskView.Tile::of)
                .toList();
        if (items.isEmpty()) {
            throw Problem.notFound("unknown-event");
        }
        model.addAttribute("view", new KioskView.Items(name, "", items));
        return "services/catalogue/kioskitems";
    }

    @GetMapping("/search")
    String search(Model model, @RequestParam(defaultValue = "") String q) {
        String question = SearchQuestion.clean(q);
        List<KioskView.Tile> items = question.isEmpty()
                ? List.of()
                : catalogue.search(question, RESULTS).stream()
                        .filter(Found.OfItem.class::isInstance)
                        .map(found -> KioskView.Tile.of(((Found.OfItem) found).item()))
                        .toList();
        model.addAttribute("view", new KioskView.Items(question, question, items));
        return "services/catalogue/kioskitems";
    }

    @GetMapping("/items/{code}")
    String item(Model model, @PathVariable String code, @RequestParam Map<String, String> answers) {
        ServiceItem item =
                ItemCode.parse(code).flatMap(catalogue::item).orElseThrow(() -> Problem.notFound("unknown-item"));
        KioskView.Step step =
                KioskView.step(item, answers, settings.publicAddress().toString());
        model.addAttribute("view", step);
        return switch (step) {
            case KioskView.Asked _ -> "services/catalogue/kioskquestion";
            case KioskView.Listed _ -> "services/catalogue/kiosklist";
        };
    }
}
