package org.zhengtong.services.catalogue.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Found;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ItemView;
import org.zhengtong.services.catalogue.ServiceItem;

/** At the window: the clerk answers the guide together with the person and hands over the one-time notice. */
@Controller
class WindowPages {
    private static final int RESULTS = 20;
    private final Catalogue catalogue;

    WindowPages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Without a question, what the clerk's own body handles. */
    @GetMapping("/desk/window/items")
    String start(Model model, StaffMember staff, @RequestParam(defaultValue = "") String q) {
        permit(staff);
        String question = SearchQuestion.clean(q);
        List<ServiceItem> items = question.isEmpty()
                ? catalogue.items().stream()
                        .filter(item ->
                                item.bodyUscc().equals(staff.body().uscc().value()))
                        .toList()
                : catalogue.search(question, RESULTS).stream()
                        .filter(Found.OfItem.class::isInstance)
                        .map(found -> ((Found.OfItem) found).item())
                        .toList();
        model.addAttribute("view", new WindowStartView(question, items));
        return "services/catalogue/windowstart";
    }

    @GetMapping("/desk/window/{code}")
    String item(Model model, StaffMember staff, @PathVariable String code, @RequestParam Map<String, String> answers) {
        permit(staff);
        ServiceItem item =
                ItemCode.parse(code).flatMap(catalogue::item).orElseThrow(() -> Problem.notFound("unknown-item"));
        model.addAttribute(
                "view",
                new WindowView(
                        ItemView.of(item, answers, List.of(), List.of()),
                        staff.body().name(),
                        staff.name()));
        return "services/catalogue/window";
    }

    static boolean serves(StaffMember staff) {
        return staff.has(Role.ACCEPTANCE) || staff.has(Role.CATALOGUE);
    }

    private static void permit(StaffMember staff) {
        if (!serves(staff)) {
            throw new Problem(403, "window-not-yours");
        }
    }
}
