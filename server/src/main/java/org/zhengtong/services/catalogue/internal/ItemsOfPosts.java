package org.zhengtong.services.catalogue.internal;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.HandledItems;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.ServiceItem;

/** Among which items of a body those of a post are chosen. */
@Component
class ItemsOfPosts implements HandledItems {
    private final Catalogue catalogue;

    ItemsOfPosts(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<HandledItem> of(Body body) {
        return catalogue.items().stream()
                .filter(item -> item.bodyUscc().equals(body.uscc().value()) && item.state() == ItemState.IN_USE)
                .sorted(Comparator.comparing(ServiceItem::name)
                        .thenComparing(item -> item.code().value()))
                .map(item -> new HandledItem(item.code().value(), item.name()))
                .toList();
    }
}
