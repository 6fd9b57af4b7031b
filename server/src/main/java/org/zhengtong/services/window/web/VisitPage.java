package org.zhengtong.services.window.web;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.zhengtong.people.identity.Accounts;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.people.identity.MobileNumber;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.window.ResultCounter;
import org.zhengtong.services.window.Visit;
import org.zhengtong.services.window.Visit.Standing;
import org.zhengtong.services.window.Visits;

/** Gathers what the page of a visit shows, as far as the visit is. */
@Component
class VisitPage {
    private final Visits visits;
    private final Identity identity;
    private final Accounts accounts;
    private final Organisation organisation;
    private final VisitChoices choices;
    private final FiledHere here;
    private final Drafts drafts;
    private final ResultCounter counter;
    private final SupplementsHere supplements;
    private final Clock clock;

    VisitPage(
            Visits visits,
            Identity identity,
            Accounts accounts,
            Organisation organisation,
            VisitChoices choices,
            FiledHere here,
            Drafts drafts,
            ResultCounter counter,
            SupplementsHere supplements,
            Clock clock) {
        this.visits = visits;
        this.identity = identity;
        this.accounts = accounts;
        this.organisation = organisation;
        this.choices = choices;
        this.here = here;
        this.drafts = drafts;
        this.counter = counter;
        this.supplements = supplements;
        this.clock = clock;
    }

    String show(StaffMember clerk, UUID id, VisitForms forms, Model model) {
        Visit visit = visits.visit(clerk, id);
        model.addAttribute(
                "view",
                switch (visit.standing(clock.instant())) {
                    case UNKNOWN -> unknown(visit, forms);
                    case FOUND -> found(visit, forms);
                    case CONFIRMED -> confirmed(clerk, visit, forms);
                    case OVER -> VisitView.of(visit, Standing.OVER, forms);
                });
        return "services/window/visit";
    }

    private VisitView unknown(Visit visit, VisitForms forms) {
        List<VisitView.Card> hints = visit.typed().number().isEmpty()
                ? MobileNumber.parse(visit.typed().phone()).stream()
                        .flatMap(phone -> identity.reachedBy(phone).stream())
                        .map(this::masked)
                        .toList()
                : List.of();
        return VisitView.of(visit, Standing.UNKNOWN, forms).withHints(hints);
    }

    private VisitView found(Visit visit, VisitForms forms) {
        return VisitView.of(visit, Standing.FOUND, forms)
                .withHints(List.of(masked(visit.person().orElseThrow())));
    }

    private VisitView.Card masked(PersonId person) {
        PersonProfile profile = identity.person(person);
        return new VisitView.Card(
                MaskedName.of(profile.name()).value(),
                profile.maskedNumber(),
                MobileNumber.mask(profile.phone()),
                accounts.realNameOf(person));
    }

    private VisitView confirmed(StaffMember clerk, Visit visit, VisitForms forms) {
        PersonId person = visit.person().orElseThrow();
        PersonProfile profile = identity.person(person);
        List<MatterView> attended = here.matters(visit, person);
        Set<UUID> ids = attended.stream().map(one -> one.draft().id()).collect(Collectors.toSet());
        List<VisitView.Other> others = Stream.concat(
                        identity.firmsOf(person).stream()
                                .map(firm -> new VisitView.Other(
                                        new Party.Firm(firm.id()),
                                        firm.name(),
                                        firm.uscc().value())),
                        identity.reachOf(person).others().stream()
                                .filter(Party.Person.class::isInstance)
                                .map(other -> new VisitView.Other(other, identity.nameOf(other), "")))
                .toList();
        return VisitView.of(visit, Standing.CONFIRMED, forms)
                .withPerson(
                        new VisitView.Card(
                                profile.name(),
                                profile.maskedNumber(),
                                MobileNumber.mask(profile.phone()),
                                accounts.realNameOf(person)),
                        others)
                .withMatters(
                        attended,
                        drafts.openOf(person).stream()
                                .filter(draft -> !ids.contains(draft.id()))
                                .toList(),
                        counter.waitingFor(clerk, person))
                .withSupplements(supplements.awaited(visit, person), supplements.handedIn(visit, person))
                .withChoices(
                        choices.of(clerk, person, others, forms.question()),
                        organisation.bodies().stream()
                                .filter(body -> !body.uscc().equals(clerk.body().uscc()))
                                .toList());
    }
}
