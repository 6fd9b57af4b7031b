package org.zhengtong.services.instruments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.zhengtong.ground.web.Page;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.DocumentKind;

/**
 * A document as it was issued; never changed since.
 *
 * @param name within its case
 * @param number 文号
 * @param body USCC of the body that issued it
 * @param wording version of the body's wording it was made from, 0 for the one built in
 * @param issuedAt when what it tells of happened
 * @param code by which anybody asks whether it is genuine
 * @param signer whose promise it is, or the body that issued it
 */
public record Instrument(
        UUID id,
        CaseId caseId,
        DocumentKind kind,
        String name,
        String number,
        String body,
        String bodyName,
        int wording,
        Instant issuedAt,
        String code,
        String signer,
        InstrumentText text) {

    public LocalDate date() {
        return LocalDate.ofInstant(issuedAt, Page.ZONE);
    }

    /** What the file of a print is called, without its ending. */
    public String fileName() {
        return text.title() + " " + number;
    }

    /** Never the text: it names the applicant. */
    @Override
    public String toString() {
        return "Instrument[" + kind + " " + number + "]";
    }
}
