package org.zhengtong.services.cases.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhengtong.ground.audit.AuditProofs;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Cases;

/** What the audit log holds of a case, for who may open the case. */
@Controller
class CaseProofPages {
    private final Cases cases;
    private final AuditProofs proofs;

    CaseProofPages(Cases cases, AuditProofs proofs) {
        this.cases = cases;
        this.proofs = proofs;
    }

    @GetMapping("/my/cases/{id}/proofs")
    String proofs(SignedIn me, @PathVariable UUID id, Model model) {
        model.addAttribute("view", new CaseProofsView(cases.open(new CaseId(id), me.person()), proofs.about(id)));
        return "services/cases/proofs";
    }
}
