package org.zhengtong.services.systems;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.services.cases.CaseId;

/** 附件: files a department's system hands over, checked as every upload of the house. */
public interface Attachments {

    /**
     * A file to be kept.
     *
     * @param caseId absent for a case that is yet to be entered
     * @param material the promised material it is; absent for a record of the body's own
     * @param sm3 the digest the department's system has of it, in hexadecimal
     * @param key made by the caller for every new wish; the same again answers the first file
     */
    record Order(
            Optional<CaseId> caseId,
            String name,
            Optional<String> material,
            Optional<String> sm3,
            Optional<String> key) {}

    /** A file kept, with who handed it over. */
    record Kept(StoredFile file, Optional<String> material, String by, Instant at) {}

    Kept keep(CallingSystem caller, ActingStaff by, Order order, byte[] content) throws FileRefused;

    /** What departments' systems added to a case, besides what the applicant handed in; the oldest first. */
    List<Kept> of(CaseId id);
}
