package org.zhengtong.services.licences.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which prints were made. */
@Component
class PrintStore {
    private final JdbcClient database;

    PrintStore(JdbcClient database) {
        this.database = database;
    }

    /** @param pdf id of the file */
    record Row(UUID pdf, String pdfSm3, UUID ofd, String ofdSm3) {}

    Optional<Row> find(UUID licence, String subject) {
        return database.sql("""
                        select pdf, pdf_sm3, ofd, ofd_sm3 from licences.print
                        where licence = :licence and subject = :subject
                        """)
                .param("licence", licence)
                .param("subject", subject)
                .query((row, _) -> new Row(
                        row.getObject("pdf", UUID.class),
                        row.getString("pdf_sm3"),
                        row.getObject("ofd", UUID.class),
                        row.getString("ofd_sm3")))
                .optional();
    }

    /** Whoever prints the same licence at the same time waits here. */
    void lock(UUID licence) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:licence, 5))")
                .param("licence", "licences.print:" + licence)
                .query((_, _) -> true)
                .single();
    }

    void add(UUID licence, String subject, Row row, Instant now) {
        database.sql("""
                        insert into licences.print (licence, subject, pdf, pdf_sm3, ofd, ofd_sm3, made_at)
                        values (:licence, :subject, :pdf, :pdfSm3, :ofd, :ofdSm3, :now)
                        """)
                .param("licence", licence)
                .param("subject", subject)
                .param("pdf", row.pdf())
                .param("pdfSm3", row.pdfSm3())
                .param("ofd", row.ofd())
                .param("ofdSm3", row.ofdSm3())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
