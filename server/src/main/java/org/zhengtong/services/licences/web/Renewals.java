package org.zhengtong.services.licences.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceEnding;

/** Where a licence that ends soon, or has just ended, is renewed: at the item that issues its type. */
@Component
class Renewals {
    private static final Pattern RENEWS = Pattern.compile("延续|换发|换证|到期");

    private final Catalogue catalogue;
    private final Clock clock;

    Renewals(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Address of the item; empty while there is time, and where no item issues the type. */
    Optional<String> of(Licence licence) {
        LocalDate near = LocalDate.now(clock).plusDays(LicenceEnding.DAYS_TO_ACT);
        return licence.validUntil()
                .filter(last -> last.isBefore(near))
                .flatMap(_ -> item(licence.type()))
                .map(item -> "/items/" + item.code().value());
    }

    /** One whose name says that it renews goes before others that issue the type. */
    private Optional<ServiceItem> item(String type) {
        return catalogue.items().stream()
                .filter(item -> item.licenceType().filter(type::equals).isPresent())
                .min(Comparator.comparing(item -> !RENEWS.matcher(item.name()).find()));
    }
}
