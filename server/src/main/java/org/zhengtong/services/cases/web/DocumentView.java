package org.zhengtong.services.cases.web;

import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseStep;
import org.zhengtong.services.catalogue.ServiceItem;

/** A document with number and date, made by one step of a case. {@code back} is the page it was opened from. */
public record DocumentView(CaseFile file, ServiceItem item, CaseStep step, String back) {}
