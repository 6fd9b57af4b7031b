package org.zhengtong.services.editing.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.BundleCheck.Finding;
import org.zhengtong.services.catalogue.BundleElement;
import org.zhengtong.services.catalogue.BundlePlan;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.LifeEvent;
import org.zhengtong.services.catalogue.PlanPicture;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.editing.BundleDraft;
import org.zhengtong.services.editing.BundleEditing;
import org.zhengtong.services.editing.Draft;

/** Brings together what the pages of bundles show. */
@Component
class BundleFrames {
    private final BundleEditing editing;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final Clock clock;

    BundleFrames(BundleEditing editing, Catalogue catalogue, Organisation organisation, Clock clock) {
        this.editing = editing;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.clock = clock;
    }

    BundleEditorView editor(
            StaffMember by,
            Draft.History<BundleDraft> history,
            Bundle shown,
            List<ServiceItem> found,
            String q,
            Optional<BundleEditorView.Clash> clash,
            String done) {
        BundleDraft draft = history.draft();
        Bundle bundle = draft.bundle();
        BundlePlan plan = catalogue.plan(bundle, Map.of());
        List<Finding> findings = editing.findings(draft);
        return new BundleEditorView(
                draft,
                new CourseView(
                        draft,
                        history.steps(),
                        "/desk/bundles/drafts/" + draft.id(),
                        (int) findings.stream()
                                .filter(finding -> finding.rule().holdsBack())
                                .count(),
                        editing.edits(by, bundle),
                        draft.editors().contains(by.person()),
                        LocalDate.ofInstant(clock.instant(), Page.ZONE),
                        "editing.bundle.element.",
                        "editing.bundle.rule."),
                shown,
                plan,
                PlanPicture.of(plan),
                findings,
                editing.leadBodies(by),
                LifeEvent.all(),
                found,
                q,
                new BundleEditorView.Seen(
                        editing.fingerprint(bundle, BundlePart.BASICS.touched()),
                        editing.fingerprint(bundle, BundlePart.ITEMS.touched()),
                        editing.fingerprint(bundle, BundlePart.GUIDE.touched()),
                        editing.fingerprint(bundle, BundlePart.ORDER.touched())),
                catalogue
                        .bundle(bundle.code(), draft.basedOn())
                        .map(before -> differences(before, bundle))
                        .orElse(List.of()),
                clash,
                done);
    }

    BundleEditorView.Clash clash(String name, Bundle there, Bundle typed, Set<BundleElement> touched) {
        return new BundleEditorView.Clash(
                name,
                BundleElement.differences(there, there.with(touched, typed)).stream()
                        .map(element -> difference(element, there, typed))
                        .toList());
    }

    List<BundleDifference> differences(Bundle before, Bundle after) {
        return BundleElement.differences(before, after).stream()
                .map(element -> difference(element, before, after))
                .toList();
    }

    String bodyName(Optional<String> uscc) {
        return uscc.flatMap(Uscc::parse)
                .flatMap(organisation::body)
                .map(Body::name)
                .orElse("");
    }

    private BundleDifference difference(BundleElement element, Bundle before, Bundle after) {
        return new BundleDifference(element, lines(element, before), lines(element, after));
    }

    /** What an element says, as one reads it. */
    private List<String> lines(BundleElement element, Bundle bundle) {
        return switch (element) {
            case NAME -> said(bundle.name());
            case SUMMARY -> said(bundle.summary());
            case EVERYDAY_WORDS -> bundle.everydayWords();
            case AUDIENCE -> bundle.audience().stream().map(Enum::name).toList();
            case LIFE_EVENT -> said(bundle.lifeEvent());
            case LEAD_BODY -> said(bodyName(bundle.leadBody()));
            case ITEMS -> bundle.items().stream().map(this::name).toList();
            case GUIDE ->
                bundle.guide().stream()
                        .flatMap(choice -> Stream.concat(
                                Stream.of(choice.question()),
                                choice.answers().stream().map(answer -> answer(choice, answer))))
                        .toList();
            case ORDER ->
                bundle.order().stream()
                        .map(one -> name(one.first()) + " → " + name(one.then()))
                        .toList();
        };
    }

    private String answer(Bundle.Choice choice, Bundle.Answer answer) {
        String without = answer.without().stream().map(this::name).reduce("", (all, one) -> all + " −" + one);
        return choice.question() + " " + answer.text() + without;
    }

    private String name(ItemCode code) {
        return catalogue.item(code).map(ServiceItem::name).orElse(code.value());
    }

    private static List<String> said(String text) {
        return text.isBlank() ? List.of() : List.of(text);
    }
}
