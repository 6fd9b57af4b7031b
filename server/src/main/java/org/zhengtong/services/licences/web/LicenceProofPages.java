package org.zhengtong.services.licences.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhengtong.ground.audit.AuditProofs;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.Licences;

/** What the audit log holds of a licence, for its holder. */
@Controller
class LicenceProofPages {
    private final Licences licences;
    private final AuditProofs proofs;

    LicenceProofPages(Licences licences, AuditProofs proofs) {
        this.licences = licences;
        this.proofs = proofs;
    }

    @GetMapping("/my/licences/{id}/proofs")
    String proofs(SignedIn me, @PathVariable UUID id, Model model) {
        Licence licence = licences.find(id, me).orElseThrow(() -> Problem.notFound("licence-unknown"));
        model.addAttribute("view", new LicenceProofsView(licence, proofs.about(id)));
        return "services/licences/proofs";
    }
}
