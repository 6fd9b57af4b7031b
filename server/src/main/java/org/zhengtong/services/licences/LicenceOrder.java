package org.zhengtong.services.licences;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.zhengtong.people.identity.Party;

/**
 * A licence to be issued.
 * @param grantedBy the case whose grant it follows; a case issues at most one licence
 */
public record LicenceOrder(
        String type,
        Party holder,
        String holderName,
        String issuerUscc,
        String issuerName,
        LocalDate issuedOn,
        Optional<LocalDate> validUntil,
        SortedMap<String, String> attributes,
        UUID grantedBy) {}
