package org.zhengtong.services.window.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.zhengtong.people.identity.Accounts;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.people.identity.MobileNumber;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Audience;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Found;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.WindowFiling;
import org.zhengtong.services.filing.WindowFiling.Attended;
import org.zhengtong.services.window.ResultCounter;
import org.zhengtong.services.window.Visit;
import org.zhengtong.services.window.Visit.Standing;
import org.zhengtong.services.window.Visits;

/** Gathers what the page of a visit shows, as far as the visit is. */
@Component
class VisitPage {
    private static final int RESULTS = 12;
    private static final int LONGEST_QUESTION = 100;

    private final Visits visits;
    private final Identity identity;
    private final Accounts accounts;
    private final Organisation organisation;
    private final Catalogue catalogue;
    private final WindowFiling filing;
    private final Drafts drafts;
    private final ResultCounter counter;
    private final SupplementsHere supplements;
    private final Clock clock;

    VisitPage(
            Visits visits,
            Identity identity,
            Accounts accounts,
            Organisation organisation,
            Catalogue catalogue,
            WindowFiling filing,
            Drafts drafts,
            ResultCounter counter,
            SupplementsHere supplements,
            Clock clock) {
        this.visits = visits;
        this.identity = identity;
        this.accounts = accounts;
        this.organisation = organisation;
        this.catalogue = catalogue;
        this.filing = filing;
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
        List<Attended> attended = filing.of(visit.id());
        Set<UUID> here = attended.stream().map(Attended::id).collect(Collectors.toSet());
        List<VisitView.FirmChoice> firms = identity.firmsOf(person).stream()
                .map(firm -> new VisitView.FirmChoice(
                        firm.id().value().toString(), firm.name(), firm.uscc().value()))
                .toList();
        return VisitView.of(visit, Standing.CONFIRMED, forms)
                .withPerson(
                        new VisitView.Card(
                                profile.name(),
                                profile.maskedNumber(),
                                MobileNumber.mask(profile.phone()),
                                accounts.realNameOf(person)),
                        firms)
                .withMatters(
                        attended,
                        drafts.openOf(person).stream()
                                .filter(draft -> !here.contains(draft.id()))
                                .toList(),
                        counter.waitingFor(clerk, person))
                .withSupplements(supplements.awaited(visit, person), supplements.handedIn(visit, person))
                .withChoices(
                        items(clerk, forms.question()).stream()
                                .map(item -> choice(item, !firms.isEmpty()))
                                .toList(),
                        organisation.bodies().stream()
                                .filter(body -> !body.uscc().equals(clerk.body().uscc()))
                                .toList());
    }

    /** Without a question, what the clerk's own body handles. */
    private List<ServiceItem> items(StaffMember clerk, String question) {
        String asked = question.length() > LONGEST_QUESTION ? question.substring(0, LONGEST_QUESTION) : question;
        return asked.isEmpty()
                ? catalogue.items().stream()
                        .filter(item ->
                                item.bodyUscc().equals(clerk.body().uscc().value()))
                        .filter(ServiceItem::canBeFiledAtWindow)
                        .limit(RESULTS)
                        .toList()
                : catalogue.search(asked, RESULTS).stream()
                        .flatMap(found -> found instanceof Found.OfItem one
                                ? Optional.of(one.item()).stream()
                                : Optional.<ServiceItem>empty().stream())
                        .filter(ServiceItem::canBeFiledAtWindow)
                        .toList();
    }

    private static VisitView.ItemChoice choice(ServiceItem item, boolean hasFirm) {
        return new VisitView.ItemChoice(
                item.code().value(),
                item.name(),
                item.bodyName(),
                item.promisedDays(),
                item.isFiledBy(Audience.PERSON),
                item.isFiledBy(Audience.FIRM) && hasFirm);
    }
}
