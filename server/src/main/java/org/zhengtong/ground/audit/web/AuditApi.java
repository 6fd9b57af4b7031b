package org.zhengtong.ground.audit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.audit.AuditProofs;
import org.zhengtong.ground.audit.tree.Digest;
import org.zhengtong.ground.audit.tree.Proof;
import org.zhengtong.ground.audit.tree.SignedCheckpoint;
import org.zhengtong.ground.web.Problem;

/** Proofs for other programs. Hashes are Base64, as in the checkpoint; the digest of a leaf is hexadecimal. */
@Tag(name = "Audit log")
@RestController
@RequestMapping("/api/v1/audit")
class AuditApi {
    private final AuditProofs proofs;

    AuditApi(AuditProofs proofs) {
        this.proofs = proofs;
    }

    record CheckpointAnswer(String origin, long size, String root, String key, String note) {}

    record InclusionAnswer(String digest, long index, long size, List<String> path, String checkpoint, String file) {}

    record ConsistencyAnswer(long first, String firstRoot, long second, String secondRoot, List<String> path) {}

    @Operation(summary = "The newest checkpoint of the log over all audit leaves. For anyone")
    @GetMapping("/checkpoint")
    CheckpointAnswer checkpoint() {
        SignedCheckpoint newest = newest();
        return new CheckpointAnswer(
                newest.checkpoint().origin(),
                newest.size(),
                newest.root().base64(),
                proofs.key().written(),
                newest.note().toString());
    }

    @Operation(summary = "That a leaf stands in the log (RFC 9162, 2.1.3), by the leaf's digest. For anyone")
    @GetMapping("/proofs/{digest}")
    InclusionAnswer inclusion(@PathVariable String digest) {
        Proof proof = proof(proofs, digest);
        return new InclusionAnswer(
                digest, proof.index(), proof.size(), base64(proof.path()), proof.note(), proof.toString());
    }

    @Operation(summary = "That the log of one size grew into that of another (RFC 9162, 2.1.4). For anyone")
    @GetMapping("/consistency")
    ConsistencyAnswer consistency(@RequestParam long first, @RequestParam long second) {
        long size = newest().size();
        if (first < 1 || first > second || second > size) {
            throw new Problem(422, "audit-sizes", Long.toString(size));
        }
        return new ConsistencyAnswer(
                first,
                proofs.root(first).base64(),
                second,
                proofs.root(second).base64(),
                base64(proofs.consistency(first, second).path()));
    }

    /** @throws Problem 404 when there is none, and what else to do */
    static Proof proof(AuditProofs proofs, String digest) {
        return Digest.ofHex(digest).flatMap(proofs::proof).orElseThrow(() -> Problem.notFound("audit-no-leaf"));
    }

    private SignedCheckpoint newest() {
        return proofs.newest().orElseThrow(LogFiles::nothingYet);
    }

    private static List<String> base64(List<Digest> path) {
        return path.stream().map(Digest::base64).toList();
    }
}
