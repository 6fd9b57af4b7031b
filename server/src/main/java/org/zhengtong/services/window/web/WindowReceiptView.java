package org.zhengtong.services.window.web;

import java.time.LocalDate;
import org.zhengtong.services.cases.CaseFile;

/**
 * @param answerBy the last day on which the body may answer
 * @param acceptable whether the clerk may accept it now
 * @param supplemented whether something was handed in for it later in this visit
 * @param refused why it was not accepted on the spot although that was wished; empty otherwise
 */
public record WindowReceiptView(
        CaseFile file, LocalDate answerBy, String visit, boolean acceptable, boolean supplemented, String refused) {}
