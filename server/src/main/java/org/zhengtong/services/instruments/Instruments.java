package org.zhengtong.services.instruments;

import java.util.List;
import java.util.Optional;
import org.zhengtong.services.cases.CaseDocument;
import org.zhengtong.services.cases.CaseFile;

/**
 * The documents of cases. What somebody may read of them follows from what they may read of the case: whoever calls has
 * opened the case for that reader.
 */
public interface Instruments {
    /** The document as it was issued; when nothing has issued it yet, it is issued now and kept. */
    Instrument read(CaseFile file, CaseDocument document);

    /** All documents of a case, in the order they were made. */
    List<Instrument> all(CaseFile file);

    /**
     * Its prints, made when they are asked for first and kept.
     *
     * @throws org.zhengtong.ground.web.Problem 503 when they cannot be made now
     */
    Print print(Instrument instrument);

    /** What anybody may know who holds a document and types its code. */
    Optional<Verified> verify(String code);
}
