package org.zhengtong.people.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.IdentityProof.Kind;
import org.zhengtong.people.identity.IdentityProofs;
import org.zhengtong.people.identity.SignedIn;

/** Showing oneself at another service, and coming back. */
@Controller
class IdentityProofPages {
    private final IdentityProofs proofs;
    private final SiteOfRequest sites;

    IdentityProofPages(IdentityProofs proofs, SiteOfRequest sites) {
        this.proofs = proofs;
        this.sites = sites;
    }

    /** A page with a link: forms are sent to this site only, wherever they would be redirected to. */
    @GetMapping("/my/security/proof/{kind}")
    String begin(SignedIn me, @PathVariable String kind, HttpServletRequest request, Model model) {
        Kind known = known(kind);
        URI back = URI.create(sites.link("/my/security/proof/" + kind + "/back", request));
        model.addAttribute("view", new ProofView(known, proofs.isDemonstration(known), proofs.begin(me, known, back)));
        return "people/identity/proof";
    }

    @GetMapping("/my/security/proof/{kind}/back")
    String back(SignedIn me, @PathVariable String kind, @RequestParam Map<String, String> answer) {
        boolean shown = proofs.finish(me, known(kind), answer);
        return "redirect:/my/security?done=" + (shown ? "shown" : "not-shown");
    }

    private Kind known(String kind) {
        return proofs.connected().stream()
                .filter(one -> address(one).equals(kind))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("proof-not-connected"));
    }

    /** As it stands in addresses. */
    static String address(Kind kind) {
        return switch (kind) {
            case NETWORK_IDENTITY -> "network-identity";
            case FACE -> "face";
        };
    }
}
