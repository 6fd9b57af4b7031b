package org.zhengtong.services.catalogue.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.SharedScreen;
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
        SharedScreen.leaveNoTrace(SECONDS, answer);
    }

    /**
     * Where the next person begins: whoever was signed in is no more.
     *
     * @param keep present when the same person goes on, and the screen stays as they wished it
     */
    @GetMapping
    String start(
            @RequestParam(required = false) @Nullable String keep,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        machine.leave(request, response);
        if (keep == null) {
            SharedScreen.show(false, request, response);
        }
        List<KioskView.Tile> events = LifeEvent.all().stream()
                .map(event -> new KioskView.Tile(event.name(), event.summary(), KioskView.event(event.name())))
                .filter(tile -> catalogue.items().stream()
                        .anyMatch(item -> item.lifeEvent().equals(tile.name())))
                .toList();
        model.addAttribute("view", new KioskView.Start(events));
        return "services/catalogue/kioskstart";
    }

    /** What can be filed at the machine itself. */
    @GetMapping("/here")
    String here(Model model) {
        List<KioskView.Tile> items = catalogue.items().stream()
                .filter(ServiceItem::kiosk)
                .map(KioskView.Tile::of)
                .toList();
        model.addAttribute("view", new KioskView.Here(items));
        return "services/catalogue/kioskhere";
    }

    /** Addresses of all that is worth reading without a connection: life events, and each item with the whole of its list. */
    @GetMapping("/guides")
    @ResponseBody
    List<String> guides() {
        Stream<String> events = catalogue.items().stream()
                .map(ServiceItem::lifeEvent)
                .distinct()
                .filter(name ->
                        LifeEvent.all().stream().anyMatch(event -> event.name().equals(name)))
                .map(KioskView::event);
        Stream<String> items = catalogue.items().stream()
                .flatMap(item -> Stream.of("/kiosk/items/" + item.code(), "/kiosk/items/" + item.code() + "?whole"));
        return Stream.of(Stream.of("/kiosk/here"), events, items)
                .flatMap(one -> one)
                .toList();
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

    /** @param answers to the guide's questions; {@code whole} asks none and lists everything that may be needed */
    @GetMapping("/items/{code}")
    String item(Model model, @PathVariable String code, @RequestParam Map<String, String> answers) {
        ServiceItem item =
                ItemCode.parse(code).flatMap(catalogue::item).orElseThrow(() -> Problem.notFound("unknown-item"));
        Map<String, String> given = answers.containsKey("whole") ? KioskView.unsureOfAll(item) : answers;
        KioskView.Step step =
                KioskView.step(item, given, settings.publicAddress().toString());
        model.addAttribute("view", step);
        return switch (step) {
            case KioskView.Asked _ -> "services/catalogue/kioskquestion";
            case KioskView.Listed _ -> "services/catalogue/kiosklist";
        };
    }
}
