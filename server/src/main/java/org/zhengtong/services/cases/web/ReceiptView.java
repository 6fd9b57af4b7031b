package org.zhengtong.services.cases.web;

import java.time.LocalDate;
import org.zhengtong.services.cases.CaseFile;

/** @param answerBy the last day on which the body may answer */
public record ReceiptView(CaseFile file, LocalDate answerBy) {}
