package org.zhengtong.services.instruments.web;

import java.util.List;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.instruments.Instrument;

/**
 * All documents of a case, for the desk.
 *
 * @param ended whether the case can be packed for the archive
 * @param archivist whether the reader may have the package
 */
public record CaseDocumentsView(CaseFile file, List<Instrument> instruments, boolean ended, boolean archivist) {
    public String base() {
        return "/desk/cases/" + file.id().value();
    }
}
