package org.zhengtong.services.instruments.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.instruments.KeptPackage;

/** Packages in the file store; what was kept is never replaced. */
@Component
class KeptPackages {
    private static final Logger LOG = LoggerFactory.getLogger(KeptPackages.class);

    private final JdbcClient sql;
    private final FileStore files;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    KeptPackages(JdbcClient sql, FileStore files, AuditLog audit, TransactionTemplate transaction) {
        this.sql = sql;
        this.files = files;
        this.audit = audit;
        this.transaction = transaction;
    }

    Optional<KeptPackage> find(UUID caseId) {
        return sql.sql("select file, sm3, bytes, packed_at from instruments.kept_package where case_id = :case")
                .param("case", caseId)
                .query((row, _) -> new KeptPackage(
                        row.getObject("file", UUID.class),
                        row.getString("sm3"),
                        row.getLong("bytes"),
                        row.getObject("packed_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** The first one stays: of two made at once the second is forgotten. */
    void keep(CaseFile file, byte[] packed, Instant at) {
        StoredFile stored = files.keepMade(packed, file.caseNumber() + ".zip", "application/zip");
        transaction.executeWithoutResult(_ -> {
            int written = sql.sql("""
                            insert into instruments.kept_package (case_id, file, sm3, bytes, packed_at)
                            values (:case, :file, :sm3, :bytes, :at)
                            on conflict (case_id) do nothing
                            """)
                    .param("case", file.id().value())
                    .param("file", stored.id())
                    .param("sm3", stored.sm3())
                    .param("bytes", stored.bytes())
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .update();
            if (written == 1) {
                audit.append(
                        file.id().value(),
                        "instruments.keep-archive",
                        "system",
                        Map.of("sm3", stored.sm3(), "bytes", Long.toString(stored.bytes())));
            }
        });
    }

    /** @throws Problem 500 when it is not there any more, or not what was kept */
    byte[] open(KeptPackage kept) {
        try (InputStream content = files.open(kept.file())) {
            byte[] bytes = content.readAllBytes();
            if (HexFormat.of().formatHex(Sm3.digest(bytes)).equals(kept.sm3())) {
                return bytes;
            }
            LOG.error("The archive package {} is not what was kept", kept.file());
        } catch (IOException e) {
            LOG.error("The archive package {} cannot be read", kept.file(), e);
        } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            LOG.error("The archive package {} cannot be opened", kept.file(), e);
        }
        throw new Problem(500, "instruments.archive-damaged");
    }
}
