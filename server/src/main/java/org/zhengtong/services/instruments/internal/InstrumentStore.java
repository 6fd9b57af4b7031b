package org.zhengtong.services.instruments.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.services.cases.CaseDocument;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.DocumentKind;
import org.zhengtong.services.instruments.Instrument;
import org.zhengtong.services.instruments.InstrumentText;
import tools.jackson.databind.json.JsonMapper;

@Component
class InstrumentStore {
    /** Its own mapper: what was written once must be readable for ever, whatever the program's own becomes. */
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;
    private final FieldCipher cipher;

    InstrumentStore(JdbcClient sql, FieldCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    /** What is sealed of a document. */
    record Words(String name, String bodyName, String signer, InstrumentText text) {}

    Optional<Instrument> find(CaseId caseId, CaseDocument document) {
        return sql.sql("""
                        select *
                          from instruments.instrument
                         where case_id = :case and step = :step and kind = :kind
                        """)
                .param("case", caseId.value())
                .param("step", document.step().number())
                .param("kind", document.kind().name())
                .query((row, _) -> instrument(row))
                .optional();
    }

    Optional<Instrument> find(String code) {
        return sql.sql("select * from instruments.instrument where code = :code")
                .param("code", code)
                .query((row, _) -> instrument(row))
                .optional();
    }

    /** @return false when the document was issued before */
    boolean add(Instrument instrument, int step, Instant now) {
        Words words = new Words(instrument.name(), instrument.bodyName(), instrument.signer(), instrument.text());
        return sql.sql("""
                        insert into instruments.instrument
                               (id, case_id, step, kind, body, number, wording, issued_at, written_at, code, words)
                        values (:id, :case, :step, :kind, :body, :number, :wording, :issued, :now, :code, :words)
                        on conflict (case_id, step, kind) do nothing
                        """)
                        .param("id", instrument.id())
                        .param("case", instrument.caseId().value())
                        .param("step", step)
                        .param("kind", instrument.kind().name())
                        .param("body", instrument.body())
                        .param("number", instrument.number())
                        .param("wording", instrument.wording())
                        .param("issued", instrument.issuedAt().atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("code", instrument.code())
                        .param("words", cipher.seal(JSON.writeValueAsBytes(words), context(instrument.id())))
                        .update()
                == 1;
    }

    /** @param pdf id of the file */
    record PrintRow(UUID pdf, String pdfSm3, UUID ofd, String ofdSm3) {}

    Optional<PrintRow> print(UUID instrument) {
        return sql.sql("select pdf, pdf_sm3, ofd, ofd_sm3 from instruments.print where instrument = :id")
                .param("id", instrument)
                .query((row, _) -> new PrintRow(
                        row.getObject("pdf", UUID.class),
                        row.getString("pdf_sm3"),
                        row.getObject("ofd", UUID.class),
                        row.getString("ofd_sm3")))
                .optional();
    }

    /** Whoever prints the same document at the same time waits here. */
    void lock(UUID instrument) {
        sql.sql("select id from instruments.instrument where id = :id for update")
                .param("id", instrument)
                .query(UUID.class)
                .single();
    }

    void add(UUID instrument, PrintRow print, Instant now) {
        sql.sql("""
                        insert into instruments.print (instrument, pdf, pdf_sm3, ofd, ofd_sm3, made_at)
                        values (:instrument, :pdf, :pdfSm3, :ofd, :ofdSm3, :now)
                        """)
                .param("instrument", instrument)
                .param("pdf", print.pdf())
                .param("pdfSm3", print.pdfSm3())
                .param("ofd", print.ofd())
                .param("ofdSm3", print.ofdSm3())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Instrument instrument(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Words words = JSON.readValue(cipher.open(row.getBytes("words"), context(id)), Words.class);
        return new Instrument(
                id,
                new CaseId(row.getObject("case_id", UUID.class)),
                DocumentKind.valueOf(row.getString("kind")),
                words.name(),
                row.getString("number"),
                row.getString("body"),
                words.bodyName(),
                row.getInt("wording"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getString("code"),
                words.signer(),
                words.text());
    }

    private static String context(UUID id) {
        return "instruments.instrument.words:" + id;
    }
}
