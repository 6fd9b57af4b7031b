package org.zhengtong.ground.audit.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.audit.tree.Checkpoint;
import org.zhengtong.ground.audit.tree.SignedNote;
import org.zhengtong.ground.audit.tree.Sm2NoteKey;
import org.zhengtong.ground.crypto.SealCertificates;
import org.zhengtong.ground.crypto.Seals;

/** The house's own SM2 key for checkpoints, kept with the seals of the bodies in {@code keys/seals/audit-log.key}. */
@Component
class LogKey {
    private static final String HOLDER = "audit-log";
    private static final byte[] NOTHING = {};

    private final Seals seals;
    private final SealCertificates certificates;

    LogKey(Seals seals, SealCertificates certificates) {
        this.seals = seals;
        this.certificates = certificates;
    }

    /** @param origin of the log, which is the name of its key too */
    Sm2NoteKey open(String origin) {
        byte[] certificate = certificates.of(HOLDER).orElseGet(this::make);
        try {
            byte[] point = new X509CertificateHolder(certificate)
                    .getSubjectPublicKeyInfo()
                    .getPublicKeyData()
                    .getBytes();
            return Sm2NoteKey.of(origin, point)
                    .orElseThrow(() -> new IllegalStateException("the key of the log is none, or its name"));
        } catch (IOException e) {
            throw new IllegalStateException("the certificate of the log's key cannot be read", e);
        }
    }

    SignedNote sign(Checkpoint checkpoint) {
        byte[] signature = seals.seal(HOLDER, checkpoint.text().getBytes(StandardCharsets.UTF_8));
        return new SignedNote(
                checkpoint.text(), List.of(open(checkpoint.origin()).signature(signature)));
    }

    /** A seal is made when it seals for the first time. */
    private byte[] make() {
        seals.seal(HOLDER, NOTHING);
        return certificates.of(HOLDER).orElseThrow();
    }
}
