package org.zhengtong.services.catalogue.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.MandateMatters;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Found;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ServiceItem;

/** Mandates are limited to items of the catalogue. */
@Component
class MattersOfMandates implements MandateMatters {
    private static final int MOST = 8;
    private static final int LONGEST = 60;

    private final Catalogue catalogue;

    MattersOfMandates(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<Matter> matter(String code) {
        return ItemCode.parse(code).flatMap(catalogue::item).map(MattersOfMandates::matter);
    }

    @Override
    public List<Matter> search(String words) {
        String asked = words.strip();
        return asked.isEmpty()
                ? List.of()
                : catalogue.search(asked.substring(0, Math.min(asked.length(), LONGEST)), 2 * MOST).stream()
                        .flatMap(found -> found instanceof Found.OfItem(ServiceItem item)
                                ? Optional.of(matter(item)).stream()
                                : Optional.<Matter>empty().stream())
                        .limit(MOST)
                        .toList();
    }

    private static Matter matter(ServiceItem item) {
        return new Matter(item.code().value(), item.name());
    }
}
