package org.zhengtong.services.catalogue.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.ItemView;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.halls.Halls;

/** Browsing the items, and the page of one. */
@Controller
class ItemPages {
    private final Catalogue catalogue;
    private final Halls halls;
    private final HallPlans plans;
    private final Organisation organisation;

    ItemPages(Catalogue catalogue, Halls halls, HallPlans plans, Organisation organisation) {
        this.catalogue = catalogue;
        this.halls = halls;
        this.plans = plans;
        this.organisation = organisation;
    }

    @GetMapping("/items")
    String browse(
            Model model,
            @RequestParam Optional<String> event,
            @RequestParam Optional<String> who,
            @RequestParam Optional<String> body,
            @RequestParam(defaultValue = "1") int page) {
        Facets chosen = new Facets(given(event), given(who), given(body));
        model.addAttribute("view", BrowseView.of(catalogue.items(), catalogue.bundles(), chosen, page));
        return "services/catalogue/browse";
    }

    @GetMapping("/items/{code}")
    String item(
            Model model, Optional<SignedIn> me, @PathVariable String code, @RequestParam Map<String, String> answers) {
        ItemCode wanted = ItemCode.parse(code).orElseThrow(() -> Problem.notFound("unknown-item"));
        ServiceItem item = catalogue.item(wanted).orElseThrow(() -> notListed(wanted));
        List<Hall> served = halls.withWindowOf(item.bodyUscc());
        model.addAttribute("view", ItemView.of(item, answers, served, bundlesWith(item)));
        model.addAttribute("bookable", bookable(item, served));
        model.addAttribute(
                "atWindow",
                me.flatMap(who -> organisation.staff(who.person()))
                        .filter(WindowPages::serves)
                        .isPresent());
        return "services/catalogue/item";
    }

    /** Ids of the halls in which a time can be booked for the item. */
    private Set<String> bookable(ServiceItem item, List<Hall> served) {
        return served.stream()
                .map(Hall::id)
                .filter(hall -> item.state() == ItemState.IN_USE
                        && plans.bookable(hall)
                                .flatMap(plan -> plan.groupFor(item.code().value(), item.bodyUscc()))
                                .isPresent())
                .collect(Collectors.toSet());
    }

    /** Somebody follows an old link: an item that was cancelled is told from one that never was. */
    private Problem notListed(ItemCode code) {
        return catalogue.versions(code).isEmpty()
                ? Problem.notFound("unknown-item")
                : new Problem(410, "cancelled-item");
    }

    /** Where else the same can be had. */
    @GetMapping("/items/places/{base}")
    String places(Model model, @PathVariable String base) {
        List<ServiceItem> entries = catalogue.entriesOf(base);
        if (entries.isEmpty()) {
            throw Problem.notFound("unknown-item");
        }
        model.addAttribute("view", new PlacesView(entries.getFirst().name(), entries));
        return "services/catalogue/places";
    }

    private List<Bundle> bundlesWith(ServiceItem item) {
        return catalogue.bundles().stream()
                .filter(bundle -> bundle.items().contains(item.code()))
                .toList();
    }

    private static Optional<String> given(Optional<String> value) {
        return value.filter(text -> !text.isBlank());
    }
}
