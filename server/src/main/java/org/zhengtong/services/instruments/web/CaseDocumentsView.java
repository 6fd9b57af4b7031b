package org.zhengtong.services.instruments.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.instruments.Instrument;
import org.zhengtong.services.instruments.KeptPackage;

/**
 * All documents of a case, for the desk.
 *
 * @param ended whether the case can be packed for the archive
 * @param archivist whether the reader may have the package
 * @param kept the package that was made when the case came into the archive
 */
public record CaseDocumentsView(
        CaseFile file, List<Instrument> instruments, boolean ended, boolean archivist, Optional<KeptPackage> kept) {
    public String base() {
        return "/desk/cases/" + file.id().value();
    }
}
