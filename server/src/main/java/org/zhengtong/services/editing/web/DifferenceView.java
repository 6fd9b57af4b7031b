package org.zhengtong.services.editing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.EntryDocument;
import org.zhengtong.services.catalogue.ServiceItem;
import tools.jackson.databind.JsonNode;

/**
 * How two versions of an entry differ, element by element, the older one first.
 *
 * @param back where the reader came from
 * @param to empty when the newer one is a draft
 */
public record DifferenceView(String name, String back, int from, Optional<Integer> to, List<Row> rows) {

    /** What only the older and what only the newer version says; what both say is left out of lists. */
    public record Row(Element element, List<String> gone, List<String> come) {}

    static DifferenceView of(ServiceItem one, ServiceItem other, String back) {
        boolean ordered = one.version() <= other.version();
        ServiceItem from = ordered ? one : other;
        ServiceItem to = ordered ? other : one;
        return new DifferenceView(to.name(), back, from.version(), Optional.of(to.version()), rows(from, to));
    }

    static DifferenceView ofDraft(ServiceItem published, ServiceItem draft, String back) {
        return new DifferenceView(draft.name(), back, published.version(), Optional.empty(), rows(published, draft));
    }

    private static List<Row> rows(ServiceItem from, ServiceItem to) {
        EntryDocument before = EntryDocument.of(from);
        EntryDocument after = EntryDocument.of(to);
        return before.differences(after).stream()
                .map(element -> row(element, before.get(element), after.get(element)))
                .toList();
    }

    private static Row row(Element element, JsonNode before, JsonNode after) {
        List<String> gone = new ArrayList<>(Sayings.of(element, before));
        List<String> come = new ArrayList<>(Sayings.of(element, after));
        List<String> stayed = List.copyOf(gone);
        gone.removeAll(come);
        come.removeAll(stayed);
        return new Row(element, gone, come);
    }
}
