package org.zhengtong.people.identity;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A natural person as other rooms may see them.
 *
 * @param maskedNumber the identity number with the middle hidden
 * @param phone the plain telephone number, for the person's own pages and forms
 * @param synthetic whether this is an invented person of the demo city
 */
public record PersonProfile(
        PersonId id,
        String name,
        String maskedNumber,
        LocalDate birthDate,
        Gender gender,
        String divisionCode,
        String phone,
        Optional<String> address,
        boolean synthetic) {
    public boolean isOfAge(LocalDate today) {
        return !birthDate.plusYears(18).isAfter(today);
    }
}
