package org.zhengtong.services.editing.web;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.BundleElement;

/** The forms of a bundle's page: what each changes, and how. */
enum BundlePart {
    BASICS,
    ITEMS,
    GUIDE,
    ORDER;

    static BundlePart of(String address) {
        return valueOf(address.toUpperCase(Locale.ROOT));
    }

    Set<BundleElement> touched() {
        return switch (this) {
            case BASICS -> EnumSet.range(BundleElement.NAME, BundleElement.LEAD_BODY);
            // an item that is taken out is gone from guide and order too
            case ITEMS -> EnumSet.of(BundleElement.ITEMS, BundleElement.GUIDE, BundleElement.ORDER);
            case GUIDE -> EnumSet.of(BundleElement.GUIDE);
            case ORDER -> EnumSet.of(BundleElement.ORDER);
        };
    }

    Bundle typed(Bundle bundle, MultiValueMap<String, String> typed) {
        return switch (this) {
            case BASICS -> BundleTyping.basics(bundle, typed);
            case ITEMS -> BundleTyping.items(bundle, typed);
            case GUIDE -> BundleTyping.guide(bundle, typed);
            case ORDER -> BundleTyping.order(bundle, typed);
        };
    }

    /** Whether what was typed only makes sense beside the list it was typed for. */
    boolean isOfAList() {
        return this == ITEMS || this == ORDER;
    }
}
