package org.zhengtong.services.catalogue.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.ServiceItem;

/** Where staff suspend an item and take it up again. */
@Controller
class CatalogueDesk {
    private final Catalogue catalogue;

    CatalogueDesk(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/desk/items")
    String items(Model model, StaffMember staff, @RequestParam(defaultValue = "") String q) {
        if (!staff.has(Role.CATALOGUE)) {
            throw new Problem(403, "catalogue-not-yours");
        }
        String wanted = SearchQuestion.clean(q);
        List<ServiceItem> items = catalogue.items().stream()
                .filter(item -> item.name().contains(wanted) || item.bodyName().contains(wanted))
                .toList();
        model.addAttribute("view", new CatalogueDeskView(wanted, items));
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
