package org.zhengtong.services.filing;

import java.util.List;
import org.zhengtong.services.cases.CaseFile;

/** Looks through a filed case as the filing itself was looked through: what a clerk need not check by eye. */
public interface Completeness {
    /** What is missing or no longer right; empty when the checks find the case complete. */
    List<Finding> of(CaseFile file);
}
