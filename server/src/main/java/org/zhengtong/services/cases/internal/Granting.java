package org.zhengtong.services.cases.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.licences.LicenceOrder;
import org.zhengtong.services.licences.Licences;

/** What follows from a grant: the firm, when the matter was to found one, and the electronic licence. */
@Component
class Granting {
    private final Catalogue catalogue;
    private final Licences licences;
    private final Founding founding;
    private final LicenceAttributes attributes;
    private final Identity identity;

    Granting(
            Catalogue catalogue,
            Licences licences,
            Founding founding,
            LicenceAttributes attributes,
            Identity identity) {
        this.catalogue = catalogue;
        this.licences = licences;
        this.founding = founding;
        this.attributes = attributes;
        this.identity = identity;
    }

    /** @return the licence, when the item's result is one */
    Optional<UUID> issue(CaseFile file, LocalDate today) {
        ServiceItem item = catalogue.item(file.item(), file.itemVersion());
        return item.licenceType().map(type -> issue(file, item, type, today));
    }

    /** A renewed licence is good for its whole time from the end of the one before. */
    private Optional<LocalDate> renewed(CaseFile file, String type) {
        return file.standing()
                .renewal()
                .flatMap(renewal ->
                        licences.type(type).validUntil(renewal.until().plusDays(1)));
    }

    private UUID issue(CaseFile file, ServiceItem item, String type, LocalDate today) {
        Party holder = item.foundsFirm() ? founding.found(file, item) : file.applicant();
        SortedMap<String, String> stated = attributes.of(file, item, type, holder, today);
        return licences.issue(new LicenceOrder(
                        type,
                        holder,
                        identity.nameOf(holder),
                        file.bodyUscc(),
                        file.bodyName(),
                        today,
                        renewed(file, type),
                        stated,
                        file.id().value()))
                .id();
    }
}
