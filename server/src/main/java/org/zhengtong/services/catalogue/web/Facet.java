package org.zhengtong.services.catalogue.web;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhengtong.services.catalogue.Audience;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.ServiceItem;

/** By what results are narrowed; the name in small letters is the parameter of the address. */
enum Facet {
    WHO,
    EVENT,
    DIVISION,
    BODY,
    ONLINE,
    KIOSK;

    static final String YES = "yes";

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The choices an entry fits. */
    Set<String> of(ServiceItem item, Places places) {
        return switch (this) {
            case WHO -> names(item.audience());
            case EVENT -> Set.of(item.lifeEvent());
            case DIVISION -> places.division(item.bodyUscc()).map(Set::of).orElse(Set.of());
            case BODY -> Set.of(item.bodyUscc());
            case ONLINE -> item.fullyOnline() ? Set.of(YES) : Set.of();
            case KIOSK -> item.kiosk() ? Set.of(YES) : Set.of();
        };
    }

    /** A bundle belongs to no single body and no place. */
    Set<String> of(Bundle bundle) {
        return switch (this) {
            case WHO -> names(bundle.audience());
            case EVENT -> Set.of(bundle.lifeEvent());
            case DIVISION, BODY, ONLINE, KIOSK -> Set.of();
        };
    }

    private static Set<String> names(Set<Audience> audience) {
        return audience.stream().map(Audience::name).collect(Collectors.toUnmodifiableSet());
    }
}
