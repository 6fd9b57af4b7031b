package org.zhengtong.services.licences.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.services.licences.LicenceType;
import org.zhengtong.services.licences.LicenceType.NumberRule;
import org.zhengtong.services.licences.LicenceType.PrintedAttribute;
import org.zhengtong.services.licences.LicenceType.Subject;
import org.zhengtong.services.licences.Verification;

/** What of a licence anyone may see. */
final class PublicView {
    private PublicView() {}

    static Verification.Shown of(SealedRecord record, LicenceType type) {
        return new Verification.Shown(
                record.type(),
                number(record, type),
                record.heldByPerson() ? masked(record.holderName()) : record.holderName(),
                record.heldByPerson(),
                record.issuerName(),
                record.issuedOn(),
                record.validUntil(),
                attributes(record, type));
    }

    /** The family name and a star for each further character: 李**. */
    static String masked(String name) {
        if (name.isEmpty()) {
            return name;
        }
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(Math.max(1, name.codePointCount(first, name.length())));
    }

    /** A number that may be one of identity is shown to nobody. */
    private static Optional<String> number(SealedRecord record, LicenceType type) {
        boolean given = type.numbering() instanceof NumberRule.Given;
        return given ? Optional.empty() : Optional.of(record.number());
    }

    private static Map<String, String> attributes(SealedRecord record, LicenceType type) {
        boolean open = (type.subject() == Subject.FIRM && !record.heldByPerson())
                || type.numbering() instanceof NumberRule.CreditCode;
        Map<String, String> shown = new LinkedHashMap<>();
        for (PrintedAttribute attribute : type.layout()) {
            String value = record.attributes().get(attribute.name());
            if (value != null && (open || attribute.open())) {
                shown.put(attribute.name(), value);
            }
        }
        return shown;
    }
}
