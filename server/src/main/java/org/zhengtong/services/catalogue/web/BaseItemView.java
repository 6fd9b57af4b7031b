package org.zhengtong.services.catalogue.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.services.catalogue.BaseItem;
import org.zhengtong.services.catalogue.BaseProposals.Proposal;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * A base item.
 *
 * @param implemented the entries after it that the reader sees
 * @param open the bodies of the reader that have no entry after it yet
 * @param kept whether the reader keeps it
 * @param waiting what is proposed, {@code changed} in which elements, {@code own} when the reader proposed it
 */
public record BaseItemView(
        BaseItem item,
        List<BaseElement> elements,
        List<ServiceItem> implemented,
        List<Body> open,
        boolean kept,
        Optional<Proposal> waiting,
        List<Change> changed,
        boolean own) {

    /** An element as it is and as it is to be. */
    public record Change(BaseElement before, BaseElement after) {}

    static List<BaseElement> elements(BaseItem item) {
        return Arrays.stream(Element.values())
                .map(element -> BaseElement.of(item, element))
                .toList();
    }

    static List<Change> changes(BaseItem before, BaseItem after) {
        return Arrays.stream(Element.values())
                .filter(element -> before.rule(element) != after.rule(element)
                        || !before.value(element).equals(after.value(element)))
                .map(element -> new Change(BaseElement.of(before, element), BaseElement.of(after, element)))
                .toList();
    }
}
