package org.zhengtong.ground.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.audit.AuditProofs;
import org.zhengtong.ground.audit.tree.SignedCheckpoint;
import org.zhengtong.ground.audit.tree.TileAddress;
import org.zhengtong.ground.web.Problem;

/** The addresses of C2SP {@code tlog-tiles}: what is published never changes, but for the checkpoint. */
@RestController
class LogFiles {
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final String PREFIX = "/audit/";

    private final AuditProofs proofs;

    LogFiles(AuditProofs proofs) {
        this.proofs = proofs;
    }

    @GetMapping("/audit/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        SignedCheckpoint newest = proofs.newest().orElseThrow(LogFiles::nothingYet);
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.maxAge(Duration.ofSeconds(2)))
                .body(newest.note().toString().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/audit/key")
    ResponseEntity<byte[]> key() {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body((proofs.key().written() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/audit/tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        byte[] content = TileAddress.parse(request.getRequestURI().substring(PREFIX.length()))
                .flatMap(proofs::tile)
                .orElseThrow(() -> Problem.notFound("audit-no-tile"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(content);
    }

    static Problem nothingYet() {
        return Problem.notFound("audit-no-checkpoint");
    }
}
