package org.zhengtong.services.cases.web;

import java.util.List;
import org.zhengtong.services.cases.CaseSummary;

/** The applicant's cases: those still open first. */
public record MyCasesView(List<CaseSummary> open, List<CaseSummary> done) {}
