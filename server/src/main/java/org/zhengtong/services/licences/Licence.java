package org.zhengtong.services.licences;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.zhengtong.people.identity.Party;

/**
 * An electronic licence.
 *
 * @param id stays the same through all versions
 * @param identifier 电子证照标识, {@code 1.2.156.3005.2.…}, with its check character
 * @param number the number printed on it, such as the USCC on a business licence
 * @param type its type, such as 营业执照
 * @param attributes what it states, by the name printed on it (名称, 住所, 经营范围 …)
 * @param state its state today; a licence past its last day is expired
 */
public record Licence(
        UUID id,
        String identifier,
        String number,
        String type,
        Party holder,
        String holderName,
        String issuerUscc,
        String issuerName,
        LocalDate issuedOn,
        Optional<LocalDate> validUntil,
        LicenceState state,
        int version,
        SortedMap<String, String> attributes) {

    public boolean isValid() {
        return state == LicenceState.VALID;
    }

    /** Never what it states: a record's own text would carry personal data into logs. */
    @Override
    public String toString() {
        return "Licence[" + identifier + "]";
    }
}
