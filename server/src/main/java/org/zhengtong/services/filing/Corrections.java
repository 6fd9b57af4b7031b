package org.zhengtong.services.filing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.catalogue.ServiceItem;

/** Hands in what a correction notice asked for, checked like a filing. */
public interface Corrections {

    /** The case with its notice; 409 when nothing is to be corrected, 404 for everybody but the applicant. */
    Open open(SignedIn me, CaseId id);

    /** A case that waits for its correction, with its item in the version it was filed under. */
    record Open(CaseFile file, ServiceItem item) {}

    /**
     * @param answers to the fields named in the notice, and to those that come up with them
     * @param files material → new files, in place of what stood for it before
     * @return what is still missing; empty when the correction is on disk
     */
    List<Finding> correct(SignedIn me, CaseId id, Map<String, String> answers, Map<String, List<UUID>> files);
}
