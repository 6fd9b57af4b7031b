package org.zhengtong.services.catalogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.zhengtong.services.catalogue.EntryCheck.Finding;
import org.zhengtong.services.catalogue.EntryCheck.Rule;
import org.zhengtong.services.catalogue.FurtherElements.BodyNature;

/** The part of the gate about who acts, and about the procedures whose time does not count. */
final class BodyCheck {
    private static final int LONGEST = 365;
    private static final int MOST_LEVELS = 5;

    private BodyCheck() {}

    static void add(ServiceItem item, List<Finding> findings) {
        FurtherElements further = item.further();
        boolean entrusted =
                further.entrustedBody().filter(name -> !name.isBlank()).isPresent();
        if (further.bodyNature() == BodyNature.ENTRUSTED_ORGANISATION && !entrusted) {
            findings.add(new Finding(Rule.BODY_NATURE_IS_BACKED, "entrustedBody"));
        }
        if (further.bodyNature() == BodyNature.AUTHORISED_ORGANISATION
                && item.legalBasis().stream().noneMatch(law -> law.contains("《"))) {
            findings.add(new Finding(Rule.BODY_NATURE_IS_BACKED, "legalBasis"));
        }
        boolean known = item.situations().stream()
                .flatMap(situation -> situation.answers().stream().map(answer -> situation.id() + "=" + answer.id()))
                .anyMatch(text -> further.renewal().filter(text::equals).isPresent());
        if (further.renewal().isPresent() && (!known || item.licenceType().isEmpty())) {
            findings.add(new Finding(Rule.RENEWAL_IS_AN_ANSWER, "renewal"));
        }
        List<String> levels = further.signOff();
        if (levels.size() > MOST_LEVELS || Set.copyOf(levels).size() < levels.size()) {
            findings.add(new Finding(Rule.SIGN_OFF_IS_ORDERLY, "signOff"));
        }
        Set<SpecialProcedure.Kind> kinds = EnumSet.noneOf(SpecialProcedure.Kind.class);
        for (SpecialProcedure procedure : further.specialProcedures()) {
            boolean fresh = kinds.add(procedure.kind());
            if (!fresh || procedure.days() < 1 || procedure.days() > LONGEST) {
                findings.add(new Finding(
                        Rule.SPECIAL_PROCEDURE_HAS_DAYS,
                        "specialProcedures",
                        procedure.kind().name()));
            }
        }
    }
}
