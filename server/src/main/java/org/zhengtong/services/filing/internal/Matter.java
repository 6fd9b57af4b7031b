package org.zhengtong.services.filing.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.JointCases;
import org.zhengtong.services.cases.JointOrder;
import org.zhengtong.services.catalogue.Audience;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.BundlePlan;
import org.zhengtong.services.catalogue.FurtherElements;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.MergedMaterials;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Situation;

/**
 * One thing (一件事) as something one files: its guide, its one form and its one list of materials look like those of an
 * item, and what was filled in is divided among its items again.
 *
 * @param plan of those items that are filed here by this applicant
 * @param item what it looks like
 */
record Matter(BundlePlan plan, ServiceItem item) {
    private static final String GUIDE = "guide.";

    static Matter of(BundlePlan plan, Set<Audience> audience) {
        return new Matter(plan, looks(plan, audience));
    }

    /** The answers to the bundle's own guide among those to all situations. */
    static Map<String, String> guide(Map<String, String> situations) {
        return within(GUIDE, situations);
    }

    /** The name under which a question of the bundle's guide is asked. */
    static String guided(String choice) {
        return GUIDE + choice;
    }

    private static ServiceItem looks(BundlePlan plan, Set<Audience> audience) {
        Bundle bundle = plan.bundle();
        ServiceItem first = plan.items().getFirst();
        Optional<BundlePlan.Part> lead = plan.lead();
        return new ServiceItem(
                first.code(),
                first.baseCode(),
                bundle.version(),
                ItemState.IN_USE,
                first.type(),
                bundle.name(),
                bundle.summary(),
                bundle.everydayWords(),
                lead.map(BundlePlan.Part::uscc).orElse(first.bodyUscc()),
                lead.map(BundlePlan.Part::name).orElse(first.bodyName()),
                audience,
                bundle.lifeEvent(),
                List.of(),
                first.powerSource(),
                first.level(),
                List.of(),
                List.of(),
                JointCases.DAYS,
                plan.order().days(),
                false,
                Optional.empty(),
                plan.after().visits(),
                Optional.empty(),
                true,
                false,
                false,
                false,
                first.consultationPhone(),
                first.complaintPhone(),
                first.address(),
                first.openingHours(),
                plan.materials().wanted().stream()
                        .map(wanted -> named(wanted.material(), id(wanted)))
                        .toList(),
                situations(plan),
                plan.form().form(),
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                FurtherElements.NONE);
    }

    private static List<Situation> situations(BundlePlan plan) {
        List<Situation> all = new ArrayList<>();
        plan.bundle()
                .guide()
                .forEach(choice -> all.add(new Situation(
                        GUIDE + choice.id(),
                        choice.question(),
                        choice.answers().stream()
                                .map(answer -> new Situation.Answer(answer.id(), answer.text(), Set.of()))
                                .toList())));
        plan.order()
                .inOrder()
                .forEach(item -> item.situations()
                        .forEach(situation -> all.add(new Situation(
                                own(plan, item) + situation.id(),
                                situation.question(),
                                situation.answers().stream()
                                        .map(answer -> new Situation.Answer(
                                                answer.id(), answer.text(), spared(plan, item, answer.without())))
                                        .toList()))));
        return all;
    }

    /** What nobody needs any more when this item does not; what serves another one as well stays. */
    private static Set<String> spared(BundlePlan plan, ServiceItem item, Set<String> without) {
        return plan.materials().wanted().stream()
                .filter(wanted -> wanted.serves().stream()
                        .allMatch(use -> use.item().equals(item)
                                && without.contains(use.material().id())))
                .map(Matter::id)
                .collect(Collectors.toSet());
    }

    /** Stays the same when other answers to the guide bring other items. */
    private static String id(MergedMaterials.Wanted wanted) {
        String whose = wanted.material().generated()
                ? wanted.serves().getFirst().item().code().value()
                : "";
        return "w" + Integer.toUnsignedString((wanted.material().name() + whose).hashCode(), Character.MAX_RADIX);
    }

    private static Material named(Material material, String id) {
        return new Material(
                id,
                material.name(),
                material.requirement(),
                material.source(),
                material.issuingBody(),
                material.copies(),
                material.format(),
                material.legalBasis(),
                material.acceptanceStandard(),
                material.generated(),
                material.licenceType());
    }

    /** What the names of an item's own situations begin with. */
    private static String own(BundlePlan plan, ServiceItem item) {
        return "item" + (plan.bundle().items().indexOf(item.code()) + 1) + ".";
    }

    private static Map<String, String> within(String prefix, Map<String, String> situations) {
        Map<String, String> own = new TreeMap<>();
        situations.forEach((id, answer) -> {
            if (id.startsWith(prefix)) {
                own.put(id.substring(prefix.length()), answer);
            }
        });
        return own;
    }

    /**
     * What was filled in, checked and divided among the items.
     *
     * @param more what is handed in with each of them besides
     */
    JointOrder order(
            UUID key,
            Party applicant,
            PersonId agent,
            Examination.Examined examined,
            Channel channel,
            List<HandedIn> more) {
        return new JointOrder(
                key,
                plan.bundle(),
                item.bodyUscc(),
                item.bodyName(),
                applicant,
                agent,
                channel,
                plan.order().inOrder().stream()
                        .map(one -> part(one, examined, more))
                        .toList());
    }

    private JointOrder.Part part(ServiceItem one, Examination.Examined examined, List<HandedIn> more) {
        Map<String, String> situations = within(own(plan, one), examined.situations());
        Map<String, String> answers = plan.form().answersOf(one, examined.answers());
        return new JointOrder.Part(
                one,
                situations,
                answers,
                Stream.of(
                                materials(one, situations, examined.materials()),
                                FileAnswers.handedIn(FileAnswers.of(one.form(), answers)).stream(),
                                more.stream())
                        .flatMap(given -> given)
                        .toList(),
                plan.order().waitsFor(one).stream().map(ServiceItem::code).collect(Collectors.toSet()),
                received(one),
                answered(one));
    }

    private Stream<HandedIn> materials(ServiceItem one, Map<String, String> situations, List<HandedIn> handedIn) {
        List<Material> needed = one.materialsFor(situations);
        return plan.materials().wanted().stream()
                .flatMap(wanted -> wanted.serves().stream()
                        .filter(use -> use.item().equals(one) && needed.contains(use.material()))
                        .flatMap(use -> handedIn.stream()
                                .filter(given -> given.material().equals(id(wanted)))
                                .map(given -> as(given, use.material().id()))));
    }

    private static HandedIn as(HandedIn given, String material) {
        return switch (given) {
            case HandedIn.Uploaded(String _, UUID file) -> new HandedIn.Uploaded(material, file);
            case HandedIn.ByLicence(String _, UUID licence) -> new HandedIn.ByLicence(material, licence);
            case HandedIn.Generated _ -> new HandedIn.Generated(material);
            case HandedIn.Promised _ -> new HandedIn.Promised(material);
        };
    }

    private Map<String, ItemCode> received(ServiceItem one) {
        Map<String, ItemCode> received = new LinkedHashMap<>();
        plan.materials().handedOn().stream()
                .filter(handedOn -> handedOn.to().equals(one))
                .forEach(handedOn ->
                        received.put(handedOn.material().id(), handedOn.from().code()));
        return received;
    }

    private Map<String, JointOrder.FromResult> answered(ServiceItem one) {
        Map<String, JointOrder.FromResult> answered = new LinkedHashMap<>();
        plan.form().settled().stream()
                .filter(settled -> settled.item().equals(one))
                .forEach(settled -> answered.put(
                        settled.field().id(),
                        new JointOrder.FromResult(
                                settled.from().code(), settled.source().attribute())));
        return answered;
    }
}
