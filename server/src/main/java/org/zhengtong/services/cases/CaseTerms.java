package org.zhengtong.services.cases;

import java.util.Set;
import java.util.stream.Collectors;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.SpecialProcedure;

/**
 * What the item promised in the version a case was filed under, as far as the law of the case turns on it.
 *
 * @param statutoryDays working days
 * @param promisedDays working days
 * @param procedures the special procedures that were made public with the item
 */
public record CaseTerms(int statutoryDays, int promisedDays, Set<SpecialProcedure.Kind> procedures) {
    public CaseTerms {
        procedures = Set.copyOf(procedures);
    }

    public static CaseTerms of(ServiceItem item) {
        return new CaseTerms(
                item.statutoryDays(),
                item.promisedDays(),
                item.further().specialProcedures().stream()
                        .map(SpecialProcedure::kind)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
