package org.zhengtong.services.catalogue.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.services.catalogue.BodyScore;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.ServiceItem;

/** The scores of what is published now: every entry is judged once, not with every look. */
@Component
class Scores {
    private record Judged(ItemCode code, int version, ItemState state) {
        static Judged of(ServiceItem item) {
            return new Judged(item.code(), item.version(), item.state());
        }
    }

    private record Known(List<Judged> items, List<BodyScore> scores) {}

    private final Catalogue catalogue;
    private volatile Known known = new Known(List.of(), List.of());

    Scores(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The best first. */
    List<BodyScore> current() {
        List<ServiceItem> items = catalogue.items();
        List<Judged> judged = items.stream().map(Judged::of).toList();
        Known seen = known;
        if (!seen.items().equals(judged)) {
            seen = new Known(judged, BodyScore.of(items));
            known = seen;
        }
        return seen.scores();
    }
}
