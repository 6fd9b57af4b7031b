package org.zhengtong.services.filing.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.Answers;
import org.zhengtong.services.filing.AtHand;
import org.zhengtong.services.filing.Checklist;
import org.zhengtong.services.filing.Completeness;
import org.zhengtong.services.filing.Finding;
import org.zhengtong.services.filing.FormCheck;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.Licences;

/** The checks of the filing, once more, on what lies in the case today. */
@Service
class CheckedCompleteness implements Completeness {
    private final Catalogue catalogue;
    private final Applicants applicants;
    private final Licences licences;
    private final FormCheck check;

    CheckedCompleteness(Catalogue catalogue, Applicants applicants, Licences licences, FormCheck check) {
        this.catalogue = catalogue;
        this.applicants = applicants;
        this.licences = licences;
        this.check = check;
    }

    @Override
    public List<Finding> of(CaseFile file) {
        ServiceItem item = catalogue.item(file.item(), file.itemVersion());
        List<Finding> findings = new ArrayList<>(Checklist.openQuestions(item, file.situations()));
        findings.addAll(check.check(item.form(), new Answers(file.answers()), known(file, item))
                .findings());
        Set<String> there = file.materials().stream().map(HandedIn::material).collect(Collectors.toSet());
        findings.addAll(Checklist.of(item, file.situations(), AtHand.NOTHING).missing(there, file.promised()));
        file.materials().stream()
                .filter(HandedIn.ByLicence.class::isInstance)
                .map(HandedIn.ByLicence.class::cast)
                .filter(used -> !isValid(used.licence()))
                .map(used -> new Finding(
                        Finding.Part.MATERIALS,
                        used.material(),
                        "filing.check.licence-invalid",
                        List.of(item.materialName(used.material()))))
                .forEach(findings::add);
        return List.copyOf(findings);
    }

    private boolean isValid(UUID licence) {
        return licences.find(licence).filter(Licence::isValid).isPresent();
    }

    /** What the house knew by itself at the filing stands as it was filed. */
    private Map<String, String> known(CaseFile file, ServiceItem item) {
        Map<String, String> bound = new HashMap<>(
                applicants.atHand(file.agent(), file.applicant(), item).bound(item.form()));
        bound.replaceAll((field, answer) -> file.answers().getOrDefault(field, answer));
        return bound;
    }
}
