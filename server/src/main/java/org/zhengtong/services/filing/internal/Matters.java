package org.zhengtong.services.filing.internal;

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

    Matters(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A bundle with what can be filed of it by such an applicant; nothing when that is nothing. */
    Optional<Matter> of(Bundle bundle, Party applicant, Map<String, String> situations) {
        Audience who = applicant instanceof Party.Firm ? Audience.FIRM : Audience.PERSON;
        List<ServiceItem> online = catalogue.plan(bundle, Map.of()).known().stream()
                .filter(ServiceItem::canBeFiled)
                .toList();
        ItemOrder order = ItemOrder.of(online, bundle.order());
        List<ServiceItem> possible = online.stream()
                .filter(item -> item.isFiledBy(who) || followsFoundation(item, order))
                .toList();
        BundlePlan plan = BundlePlan.of(bundle, possible, Matter.guide(situations));
        return plan.items().isEmpty() || !audience(bundle, online).contains(who)
                ? Optional.empty()
                : Optional.of(Matter.of(plan, audience(bundle, online)));
    }

    /** Whether it is for the firm that another item of the bundle founds. */
    private static boolean followsFoundation(ServiceItem item, ItemOrder order) {
        return item.isFor(Audience.FIRM) && order.before(item).stream().anyMatch(ServiceItem::foundsFirm);
    }

    /** A bundle that founds a firm is filed by a person. */
    private static Set<Audience> audience(Bundle bundle, List<ServiceItem> items) {
        return items.stream().anyMatch(ServiceItem::foundsFirm) ? Set.of(Audience.PERSON) : bundle.audience();
    }

    /** What a draft of one thing is about, by the newest bundle there is. */
    Matter of(DraftStore.Kept kept) {
        String code = kept.bundle().orElseThrow();
        Bundle bundle = catalogue
                .bundle(code)
                .or(() -> catalogue.bundle(code, kept.itemVersion()))
                .orElseThrow(() -> Problem.notFound("filing.unknown-item"));
        return of(bundle, kept.party(), kept.content().situations())
                .orElseThrow(() -> new Problem(409, "filing.closed", Map.of(), bundle.name()));
    }
}
