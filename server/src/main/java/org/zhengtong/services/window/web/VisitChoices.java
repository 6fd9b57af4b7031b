package org.zhengtong.services.window.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Reach;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Audience;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.BundlePlan;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Found;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.WindowFiling;
import org.zhengtong.services.window.web.VisitView.ItemChoice;
import org.zhengtong.services.window.web.VisitView.Other;

/** What can be begun for a person at the window: what the clerk asks for, otherwise what their own body handles. */
@Component
class VisitChoices {
    private static final int RESULTS = 12;
    private static final int BUNDLES = 4;
    private static final int LONGEST_QUESTION = 100;

    private final Catalogue catalogue;
    private final WindowFiling filing;
    private final Identity identity;

    VisitChoices(Catalogue catalogue, WindowFiling filing, Identity identity) {
        this.catalogue = catalogue;
        this.filing = filing;
        this.identity = identity;
    }

    /** @param others those the person acts for; each is offered what the mandate reaches */
    List<ItemChoice> of(StaffMember clerk, PersonId person, List<Other> others, String question) {
        Reach reach = identity.reachOf(person);
        return found(clerk, question)
                .flatMap(one -> switch (one) {
                    case Found.OfItem(ServiceItem item) ->
                        choice(item, those(others, party -> isFor(item, party, reach))).stream();
                    case Found.OfBundle(Bundle bundle) ->
                        choice(bundle, person, those(others, party -> isFor(bundle, party, reach))).stream();
                })
                .toList();
    }

    private static List<Other> those(List<Other> others, Predicate<Party> may) {
        return others.stream().filter(other -> may.test(other.party())).toList();
    }

    private static boolean isFor(ServiceItem item, Party party, Reach reach) {
        Audience audience = party instanceof Party.Firm ? Audience.FIRM : Audience.PERSON;
        return item.isFiledBy(audience) && reach.mayFile(party, item.code().value());
    }

    private boolean isFor(Bundle bundle, Party party, Reach reach) {
        return reach.mayFileAnything(party) && filing.isFor(bundle, party);
    }

    private Stream<Found> found(StaffMember clerk, String question) {
        if (question.isEmpty()) {
            String body = clerk.body().uscc().value();
            return Stream.concat(
                    catalogue.bundles().stream()
                            .filter(bundle -> concerns(bundle, body))
                            .limit(BUNDLES)
                            .map(Found.OfBundle::new),
                    catalogue.items().stream()
                            .filter(item -> item.bodyUscc().equals(body) && item.canBeFiledAtWindow())
                            .limit(RESULTS)
                            .map(Found.OfItem::new));
        }
        String asked = question.length() > LONGEST_QUESTION ? question.substring(0, LONGEST_QUESTION) : question;
        return catalogue.search(asked, RESULTS).stream();
    }

    private boolean concerns(Bundle bundle, String body) {
        return bundle.leadBody().filter(body::equals).isPresent()
                || bundle.items().stream()
                        .flatMap(code -> catalogue.item(code).stream())
                        .anyMatch(item -> item.bodyUscc().equals(body));
    }

    private static Optional<ItemChoice> choice(ServiceItem item, List<Other> others) {
        return Optional.of(item)
                .filter(ServiceItem::canBeFiledAtWindow)
                .map(one -> new ItemChoice(
                        false,
                        one.code().value(),
                        one.name(),
                        one.bodyName(),
                        one.promisedDays(),
                        one.isFiledBy(Audience.PERSON),
                        others));
    }

    private Optional<ItemChoice> choice(Bundle bundle, PersonId person, List<Other> others) {
        BundlePlan plan = catalogue.plan(bundle, Map.of());
        if (plan.items().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ItemChoice(
                true,
                bundle.code(),
                bundle.name(),
                plan.lead()
                        .map(BundlePlan.Part::name)
                        .orElse(plan.items().getFirst().bodyName()),
                plan.order().days(),
                filing.isFor(bundle, new Party.Person(person)),
                others));
    }
}
