package org.zhengtong.services.catalogue.internal;

import java.util.List;
import java.util.Map;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * What was published since a revision.
 *
 * @param synonyms all of them, by base code
 */
record Changes(long revision, List<Listed> items, List<Bundle> bundles, Map<String, List<String>> synonyms) {

    /** An item at its place in the list. */
    record Listed(int position, ServiceItem item) {
        boolean isShown() {
            return item.state() == ItemState.IN_USE || item.state() == ItemState.SUSPENDED;
        }
    }
}
