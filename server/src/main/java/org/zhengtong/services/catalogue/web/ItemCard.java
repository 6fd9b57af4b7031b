package org.zhengtong.services.catalogue.web;

import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * An item in a list.
 *
 * @param spared how many materials nobody hands in, because the system makes or obtains them
 */
public record ItemCard(ServiceItem item, int spared) {
    static ItemCard of(ServiceItem item) {
        return new ItemCard(
                item, (int) item.materials().stream().filter(Material::isSpared).count());
    }

    public boolean suspended() {
        return item.state() != ItemState.IN_USE;
    }
}
