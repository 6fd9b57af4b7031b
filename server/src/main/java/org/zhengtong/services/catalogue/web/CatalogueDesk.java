package org.zhengtong.services.catalogue.web;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Stewardship;

/** Where staff suspend an item and take it up again. */
@Controller
class CatalogueDesk {
    private static final int MOST_SHOWN = 300;
    private final Catalogue catalogue;
    private final Organisation organisation;

    CatalogueDesk(Catalogue catalogue, Organisation organisation) {
        this.catalogue = catalogue;
        this.organisation = organisation;
    }

    @GetMapping("/desk/items")
    String items(Model model, StaffMember staff, @RequestParam(defaultValue = "") String q) {
        if (!staff.has(Role.CATALOGUE)) {
            throw new Problem(403, "catalogue-not-yours");
        }
        String wanted = SearchQuestion.clean(q);
        Set<String> seen = bodies(body -> Stewardship.sees(staff, body));
        Set<String> edited = bodies(body -> Stewardship.edits(staff, body));
        List<ServiceItem> items = catalogue.items().stream()
                .filter(item -> seen.contains(item.bodyUscc()))
                .filter(item -> item.isMeantBy(wanted))
                .toList();
        List<CatalogueDeskView.Line> lines = items.stream()
                .limit(MOST_SHOWN)
                .map(item -> new CatalogueDeskView.Line(item, edited.contains(item.bodyUscc())))
                .toList();
        model.addAttribute("view", new CatalogueDeskView(wanted, lines, items.size()));
        return "services/catalogue/desk";
    }

    @PostMapping("/desk/items/{code}/state")
    String setState(
            StaffMember staff,
            @PathVariable String code,
            @RequestParam String state,
            @RequestParam(defaultValue = "") String q) {
        catalogue.setState(ItemStates.item(code), ItemStates.state(state), staff);
        return "redirect:"
                + UriComponentsBuilder.fromPath("/desk/items")
                        .queryParam("q", "{q}")
                        .encode()
                        .buildAndExpand(SearchQuestion.clean(q))
                        .toUriString();
    }

    /** Cancels an item for good; a new version can bring it back. */
    @PostMapping("/desk/items/{code}/cancel")
    String cancel(StaffMember staff, @PathVariable String code, @RequestParam(defaultValue = "") String reason) {
        if (reason.isBlank()) {
            throw new Problem(422, "cancel-reason-missing");
        }
        catalogue.setState(ItemStates.item(code), ItemState.CANCELLED, staff, reason.strip());
        return "redirect:/desk/items";
    }

    private Set<String> bodies(Predicate<Body> wanted) {
        return organisation.bodies().stream()
                .filter(wanted)
                .map(body -> body.uscc().value())
                .collect(Collectors.toSet());
    }

    /** What staff and programs may say about an item's state. */
    static final class ItemStates {
        private ItemStates() {}

        static ItemCode item(String code) {
            return ItemCode.parse(code).orElseThrow(() -> Problem.notFound("unknown-item"));
        }

        static ItemState state(String name) {
            return switch (name) {
                case "IN_USE" -> ItemState.IN_USE;
                case "SUSPENDED" -> ItemState.SUSPENDED;
                default -> throw new Problem(422, "state-not-settable");
            };
        }
    }
}
