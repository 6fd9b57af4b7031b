package org.zhengtong.services.window.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.cases.AwaitedSupplement;
import org.zhengtong.services.cases.AwaitedSupplements;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.WindowSupplements;
import org.zhengtong.services.filing.WindowSupplements.Attended;
import org.zhengtong.services.window.Visit;

/** What the person's cases wait for, and what was handed in for them in this visit. */
@Component
class SupplementsHere {
    private final AwaitedSupplements awaited;
    private final WindowSupplements supplements;
    private final Cases cases;
    private final Catalogue catalogue;

    SupplementsHere(AwaitedSupplements awaited, WindowSupplements supplements, Cases cases, Catalogue catalogue) {
        this.awaited = awaited;
        this.supplements = supplements;
        this.cases = cases;
        this.catalogue = catalogue;
    }

    List<AwaitedView> awaited(Visit visit, PersonId person) {
        Map<CaseId, List<Attended>> begun = supplements.of(visit.id()).stream()
                .filter(one -> !one.handedIn())
                .collect(Collectors.groupingBy(Attended::caseId));
        return awaited.of(person).stream()
                .map(one -> view(one, begun.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private AwaitedView view(AwaitedSupplement one, List<Attended> begun) {
        List<AwaitedView.Thing> things = new ArrayList<>();
        if (one.state().awaitsCorrection()) {
            things.add(new AwaitedView.Thing(
                    "",
                    "",
                    one.state() == CaseState.PRECHECK_RETURNED,
                    one.due(),
                    begun.stream().anyMatch(at -> at.material().isEmpty())));
        }
        if (!one.deferred().isEmpty()) {
            ServiceItem item = catalogue.item(one.item(), one.itemVersion());
            one.deferred()
                    .forEach(deferral -> things.add(new AwaitedView.Thing(
                            deferral.material(),
                            item.materialName(deferral.material()),
                            false,
                            Optional.of(deferral.until()),
                            begun.stream()
                                    .anyMatch(at -> at.material()
                                            .filter(deferral.material()::equals)
                                            .isPresent()))));
        }
        return new AwaitedView(
                one.id().value().toString(), one.receiptNumber(), one.itemName(), one.bodyName(), List.copyOf(things));
    }

    List<HandedInView> handedIn(Visit visit, PersonId person) {
        return supplements.of(visit.id()).stream()
                .filter(Attended::handedIn)
                .map(one -> handedIn(one, cases.open(one.caseId(), person)))
                .toList();
    }

    private HandedInView handedIn(Attended one, CaseFile file) {
        return new HandedInView(
                file.id().value().toString(),
                file.receiptNumber(),
                file.itemName(),
                file.bodyName(),
                one.material()
                        .map(material ->
                                catalogue.item(file.item(), file.itemVersion()).materialName(material))
                        .orElse(""));
    }

    /** Whether something was handed in for the case in the visit. */
    boolean isHere(Visit visit, CaseId id) {
        return supplements.of(visit.id()).stream()
                .anyMatch(one -> one.handedIn() && one.caseId().equals(id));
    }
}
