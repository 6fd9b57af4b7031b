package org.zhengtong.services.catalogue.web;

import java.util.List;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.Material;

/** A bundle with its items in their order. */
public record BundleView(Bundle bundle, List<ItemCard> items) {
    /** How many different bodies one would otherwise have to turn to. */
    public long bodies() {
        return items.stream().map(card -> card.item().bodyUscc()).distinct().count();
    }

    /** Materials asked for by several items are handed in once. */
    public long materials() {
        return items.stream()
                .flatMap(card -> card.item().materials().stream())
                .filter(material -> !material.generated())
                .map(Material::name)
                .distinct()
                .count();
    }

    /** Days when the items run beside each other: the longest counts. */
    public int days() {
        return items.stream().mapToInt(card -> card.item().promisedDays()).max().orElse(0);
    }
}
