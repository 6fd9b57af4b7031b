package org.zhengtong.ground.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.audit.AuditProofs;
import org.zhengtong.ground.audit.tree.NoteKey;
import org.zhengtong.ground.audit.tree.Proof;
import org.zhengtong.ground.audit.tree.Refused;
import org.zhengtong.ground.audit.web.ProofView.Verdict;

/** Anybody checks a proof here: in the browser, or by the server when there is no script. */
@Controller
class ProofPages {
    private final AuditProofs proofs;

    ProofPages(AuditProofs proofs) {
        this.proofs = proofs;
    }

    @GetMapping("/audit")
    String ask(Model model) {
        return show(model, new ProofView(proofs.newest(), "", Optional.empty(), ourKey(), Optional.empty()));
    }

    @PostMapping("/audit")
    String check(
            @RequestParam(defaultValue = "") String proof,
            @RequestParam(defaultValue = "") String key,
            HttpServletResponse response,
            Model model) {
        String usedKey = key.isBlank() ? ourKey() : key.strip();
        Verdict verdict = verdict(proof, usedKey);
        if (verdict.refusal().isPresent()) {
            response.setStatus(422);
        }
        return show(model, new ProofView(proofs.newest(), proof, Optional.empty(), usedKey, Optional.of(verdict)));
    }

    @GetMapping("/audit/proofs/{digest}")
    String proof(@PathVariable String digest, Model model) {
        Proof proof = AuditApi.proof(proofs, digest);
        Optional<String> file = Optional.of("/audit/proofs/" + proof.entry().hex() + "/file");
        return show(model, new ProofView(proofs.newest(), proof.toString(), file, ourKey(), Optional.empty()));
    }

    @GetMapping("/audit/proofs/{digest}/file")
    ResponseEntity<byte[]> file(@PathVariable String digest) {
        ContentDisposition name =
                ContentDisposition.attachment().filename(digest + ".tlog-proof").build();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(AuditApi.proof(proofs, digest).toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Verdict verdict(String proof, String key) {
        try {
            Proof pasted = Proof.pasted(proof);
            pasted.check(NoteKey.parse(key));
            return Verdict.holds(pasted);
        } catch (Refused e) {
            return Verdict.refused(e.why());
        }
    }

    private String ourKey() {
        return proofs.key().written();
    }

    private static String show(Model model, ProofView view) {
        model.addAttribute("view", view);
        return "ground/audit/proof";
    }
}
