package org.zhengtong.services.editing.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.BundleCheck.Finding;
import org.zhengtong.services.catalogue.BundleElement;
import org.zhengtong.services.catalogue.BundlePlan;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.LifeEvent;
import org.zhengtong.services.catalogue.PlanPicture;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.editing.BundleDraft;

/**
 * The page on which a bundle is put together.
 *
 * @param shown what stands in the fields: the draft, or what was typed when it could not be saved
 * @param done what was just done, for the sentence that says so
 * @param found items for the words somebody looked for
 */
public record BundleEditorView(
        BundleDraft draft,
        CourseView course,
        Bundle shown,
        BundlePlan plan,
        PlanPicture picture,
        List<Finding> findings,
        List<Body> leadBodies,
        List<LifeEvent> lifeEvents,
        List<ServiceItem> found,
        String q,
        Seen seen,
        List<BundleDifference> changes,
        Optional<Clash> clash,
        String done) {

    /** The fingerprints of what each form changes. */
    public record Seen(String basics, String items, String guide, String order) {}

    /** Somebody else changed the same: what is there now against what was typed. */
    public record Clash(String name, List<BundleDifference> differences) {}

    public List<Finding> holdingBack() {
        return findings.stream().filter(finding -> finding.rule().holdsBack()).toList();
    }

    public List<Finding> told() {
        return findings.stream().filter(finding -> !finding.rule().holdsBack()).toList();
    }

    public List<Finding> about(BundleElement element) {
        return findings.stream().filter(finding -> finding.element() == element).toList();
    }

    /** The questions, and an empty one to fill in. */
    public List<Bundle.Choice> choices() {
        return BundleTyping.withRoom(shown.guide());
    }

    public String name(ItemCode code) {
        return plan.known().stream()
                .filter(item -> item.code().equals(code))
                .map(ServiceItem::name)
                .findFirst()
                .orElse(code.value());
    }

    public boolean has(ItemCode code) {
        return draft.bundle().items().contains(code);
    }
}
