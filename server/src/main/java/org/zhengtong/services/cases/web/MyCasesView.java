package org.zhengtong.services.cases.web;

import java.util.List;
import org.zhengtong.services.cases.CaseSummary;
import org.zhengtong.services.cases.JointFile;

/** The applicant's cases: those still open first. */
public record MyCasesView(List<JointFile> joint, List<CaseSummary> open, List<CaseSummary> done) {}
