package org.zhengtong.services.filing.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.filing.Corrections;
import org.zhengtong.services.filing.Finding;
import org.zhengtong.services.filing.internal.CorrectionCheck.Examined;

/** Hands in what stands the check. */
@Service
class CheckedCorrections implements Corrections {
    private final Cases cases;
    private final Catalogue catalogue;
    private final CorrectionCheck check;

    CheckedCorrections(Cases cases, Catalogue catalogue, CorrectionCheck check) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.check = check;
    }

    @Override
    public Open open(SignedIn me, CaseId id) {
        return open(me.person(), id);
    }

    Open open(PersonId person, CaseId id) {
        CaseFile file = cases.open(id, person);
        if (file.toCorrect().isEmpty()) {
            throw new Problem(409, "filing.nothing-to-correct");
        }
        return new Open(file, catalogue.item(file.item(), file.itemVersion()));
    }

    @Override
    public List<Finding> correct(SignedIn me, CaseId id, Map<String, String> answers, Map<String, List<UUID>> files) {
        Examined examined = check.of(me.person(), open(me, id), answers, files, Channel.WEB, List.of());
        if (examined.findings().isEmpty()) {
            cases.correct(id, examined.order());
        }
        return examined.findings();
    }
}
