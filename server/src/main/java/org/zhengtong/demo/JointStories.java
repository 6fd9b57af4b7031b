package org.zhengtong.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.cases.CaseHistory;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.JointCases;
import org.zhengtong.services.cases.JointFile;
import org.zhengtong.services.cases.JointOrder;
import org.zhengtong.services.catalogue.Audience;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.BundlePlan;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;

/** What the people of the demo city have filed as one thing. */
final class JointStories {
    private static final int DAYS_AGO = 6;

    private final Catalogue catalogue;
    private final CaseHistory history;
    private final JointCases joint;
    private final Chronicle chronicle;

    JointStories(Catalogue catalogue, CaseHistory history, JointCases joint, Chronicle chronicle) {
        this.catalogue = catalogue;
        this.history = history;
        this.joint = joint;
        this.chronicle = chronicle;
    }

    /** A shop whose licence is there while its food permit is looked at, and somebody who works for themselves. */
    void write(Population.Moved city) {
        file("B008", city.residents().getFirst(), 1);
        file("B015", city.persona("mother"), 0);
    }

    /** @param granted how many of the parts are granted by now */
    private void file(String code, Resident agent, int granted) {
        Bundle bundle = catalogue.bundle(code).orElseThrow();
        BundlePlan plan = BundlePlan.of(
                bundle,
                catalogue.plan(bundle, Map.of()).known().stream()
                        .filter(ServiceItem::canBeFiled)
                        .toList(),
                Map.of());
        OfficeHours time = chronicle.hours(DAYS_AGO);
        UUID id = history.fileJointly(order(plan, agent), time.today()).id();
        for (int i = 0; i < granted; i++) {
            started(id, agent.id(), i).ifPresent(part -> chronicle.grant(part.id(), item(plan, part), time));
        }
        started(id, agent.id(), granted).ifPresent(part -> chronicle.look(part.id(), item(plan, part), time));
    }

    private record Started(CaseId id, JointFile.Part part) {}

    private Optional<Started> started(UUID id, PersonId agent, int which) {
        return joint.open(id, agent).parts().stream()
                .flatMap(part -> part.filed().map(filed -> new Started(filed.id(), part)).stream())
                .skip(which)
                .findFirst();
    }

    private static ServiceItem item(BundlePlan plan, Started started) {
        return plan.items().stream()
                .filter(item -> item.code().equals(started.part().item()))
                .findFirst()
                .orElseThrow();
    }

    private JointOrder order(BundlePlan plan, Resident agent) {
        List<ServiceItem> items = plan.order().inOrder();
        return new JointOrder(
                UUID.nameUUIDFromBytes(plan.bundle().code().getBytes(StandardCharsets.UTF_8)),
                plan.bundle(),
                plan.lead().map(BundlePlan.Part::uscc).orElse(items.getFirst().bodyUscc()),
                plan.lead().map(BundlePlan.Part::name).orElse(items.getFirst().bodyName()),
                agent.party(),
                agent.id(),
                Channel.MOBILE,
                items.stream()
                        .filter(item -> item.isFiledBy(Audience.PERSON)
                                || plan.order().before(item).stream().anyMatch(ServiceItem::foundsFirm))
                        .map(item -> part(plan, item, agent))
                        .toList());
    }

    private JointOrder.Part part(BundlePlan plan, ServiceItem item, Resident agent) {
        Chronicle.Filled filled = chronicle.filled(item, agent);
        return new JointOrder.Part(
                item,
                filled.situations(),
                filled.answers(),
                filled.materials(),
                plan.order().waitsFor(item).stream().map(ServiceItem::code).collect(Collectors.toSet()),
                Map.of(),
                Map.of());
    }
}
