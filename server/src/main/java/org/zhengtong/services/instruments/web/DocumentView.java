package org.zhengtong.services.instruments.web;

import org.zhengtong.services.cases.CaseFile;

/** A document with number and date. {@code back} is the page of the case it was opened from. */
public record DocumentView(CaseFile file, SheetView sheet, String back) {
    public String address() {
        return back + "/documents/" + sheet.instrument().name();
    }
}
