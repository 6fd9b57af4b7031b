package org.zhengtong.services.instruments.web;

import java.util.List;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.Finding;

/** A document with number and date. {@code back} is the page of the case it was opened from. */
public record DocumentView(CaseFile file, SheetView sheet, String back) {
    public String address() {
        return back + "/documents/" + sheet.instrument().name();
    }

    /** What the document names and shows on pictures of what was handed in. */
    public List<Finding> marked() {
        return file.steps().stream()
                .filter(step -> step.document()
                        .filter(sheet.instrument().number()::equals)
                        .isPresent())
                .flatMap(step -> step.findings().stream())
                .filter(finding -> !finding.marks().isEmpty())
                .toList();
    }
}
