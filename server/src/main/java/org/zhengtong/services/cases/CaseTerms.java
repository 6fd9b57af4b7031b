package org.zhengtong.services.cases;

import java.util.List;
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
 * @param levels names of the levels of the review, in the order in which they are signed; never empty
 */
public record CaseTerms(
        int statutoryDays, int promisedDays, Set<SpecialProcedure.Kind> procedures, List<String> levels) {
    private static final List<String> ONE_LEVEL = List.of("审查");

    public CaseTerms {
        procedures = Set.copyOf(procedures);
        levels = levels.isEmpty() ? ONE_LEVEL : List.copyOf(levels);
    }

    public static CaseTerms of(ServiceItem item) {
        return new CaseTerms(
                item.statutoryDays(),
                item.promisedDays(),
                item.further().specialProcedures().stream()
                        .map(SpecialProcedure::kind)
                        .collect(Collectors.toUnmodifiableSet()),
                item.further().signOff());
    }
}
