package org.zhengtong.services.licences;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.zhengtong.people.identity.Party;

/**
 * A licence to be issued.
 *
 * @param type the title of a type of the type table, such as 营业执照
 * @param holderName as printed on it
 * @param validUntil its last day; when absent, the type's own rule decides
 * @param attributes what it states, by the name printed on it
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
