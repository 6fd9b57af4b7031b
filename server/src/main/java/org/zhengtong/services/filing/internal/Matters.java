package org.zhengtong.services.filing.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Party;
import org.zhengtong.services.catalogue.Audience;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.BundlePlan;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemOrder;
import org.zhengtong.services.catalogue.ServiceItem;

/** Bundles as something one files. */
@Component
class Matters {
    private final Catalogue catalogue;
    private final Clock clock;

    Matters(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** A bundle with what can be filed of it online by such an applicant; nothing when that is nothing. */
    Optional<Matter> of(Bundle bundle, Party applicant, Map<String, String> situations) {
        return of(bundle, applicant, situations, false);
    }

    /** @param atWindow where also that is filed which cannot be filed online */
    Optional<Matter> of(Bundle bundle, Party applicant, Map<String, String> situations, boolean atWindow) {
        Audience who = applicant instanceof Party.Firm ? Audience.FIRM : Audience.PERSON;
        List<ServiceItem> open = catalogue.plan(bundle, Map.of()).known().stream()
                .filter(item -> item.canBeFiled(atWindow))
                .toList();
        ItemOrder order = ItemOrder.of(open, bundle.order());
        List<ServiceItem> possible = open.stream()
                .filter(item -> item.isFiledBy(who) || followsFoundation(item, order))
                .toList();
        BundlePlan plan = BundlePlan.of(bundle, possible, Matter.guide(situations));
        return plan.items().isEmpty() || !audience(bundle, open).contains(who)
                ? Optional.empty()
                : Optional.of(Matter.of(plan, audience(bundle, open)));
    }

    /** Whether it is for the firm that another item of the bundle founds. */
    private static boolean followsFoundation(ServiceItem item, ItemOrder order) {
        return item.isFor(Audience.FIRM) && order.before(item).stream().anyMatch(ServiceItem::foundsFirm);
    }

    /** A bundle that founds a firm is filed by a person. */
    private static Set<Audience> audience(Bundle bundle, List<ServiceItem> items) {
        return items.stream().anyMatch(ServiceItem::foundsFirm) ? Set.of(Audience.PERSON) : bundle.audience();
    }

    /** What a draft of one thing is about, by the newest bundle there is; as long as a clerk has it, at a window. */
    Matter of(DraftStore.Kept kept) {
        return of(
                kept,
                kept.hands()
                        .filter(hands -> clock.instant().isBefore(hands.until()))
                        .isPresent());
    }

    Matter of(DraftStore.Kept kept, boolean atWindow) {
        String code = kept.bundle().orElseThrow();
        Bundle bundle = catalogue
                .bundle(code)
                .or(() -> catalogue.bundle(code, kept.itemVersion()))
                .orElseThrow(() -> Problem.notFound("filing.unknown-item"));
        return of(bundle, kept.party(), kept.content().situations(), atWindow)
                .orElseThrow(() -> new Problem(409, "filing.closed", Map.of(), bundle.name()));
    }
}
