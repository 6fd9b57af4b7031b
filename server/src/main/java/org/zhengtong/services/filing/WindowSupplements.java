package org.zhengtong.services.filing;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.WindowFiling.Attendance;

/**
 * What a person comes to a window to hand in later: the correction that was asked for, or a material promised for later. A
 * clerk fills it in with them, they sign what is printed of it, and it is handed in in their name. When the visit ends the
 * clerk's hands are off the case.
 */
public interface WindowSupplements {

    /**
     * Begins, or goes on with what was begun at a window before.
     *
     * @param material the promised one; absent for the correction
     * @return what the pages are found by
     */
    UUID attend(Attendance attendance, CaseId id, Optional<String> material);

    /** What a visit is about. */
    List<Attended> of(UUID visit);

    /** One of them. */
    record Attended(UUID id, CaseId caseId, Optional<String> material, boolean handedIn) {}

    /** The clerk's hands off all of a visit. */
    void leave(UUID visit);

    /** For the clerk who fills it in (404 for others); 409 when the case waits for it no more. */
    Supplement open(StaffMember clerk, UUID id);

    /** Keeps a file of the person. */
    UUID keep(StaffMember clerk, UUID id, InputStream content, String name) throws FileRefused;

    /**
     * Keeps what was filled in, once it stands the checks of a correction.
     *
     * @return what is still missing; empty when it is kept
     */
    List<Finding> fill(StaffMember clerk, UUID id, Map<String, String> answers, Map<String, List<UUID>> files);

    /** Keeps what was printed with the person's signature. */
    UUID sign(StaffMember clerk, UUID id, InputStream scan, String name) throws FileRefused;

    /**
     * Hands it in in the name of the person; what was handed in already stays so.
     *
     * @return what keeps it from being handed in; empty when it is on disk
     */
    List<Finding> submit(StaffMember clerk, UUID id);

    /**
     * What is handed in later.
     *
     * @param material the promised one; absent for the correction
     * @param person in whose name it is handed in
     * @param version counts the changes; 0 while nothing has been filled in
     * @param files material → new files
     * @param signed what was signed, of which version
     */
    record Supplement(
            UUID id,
            CaseFile file,
            ServiceItem item,
            Optional<String> material,
            PersonId person,
            UUID visit,
            int version,
            Map<String, String> answers,
            Map<String, List<UUID>> files,
            Optional<Draft.Signed> signed,
            Optional<Instant> handedInAt) {

        public boolean isFilled() {
            return version > 0;
        }

        /** Whether what was signed is what stands here now. */
        public boolean isSigned() {
            return signed.filter(one -> one.version() == version).isPresent();
        }

        /** Never what was typed. */
        @Override
        public String toString() {
            return "Supplement[" + id + "]";
        }
    }
}
