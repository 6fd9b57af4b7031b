package org.zhengtong.services.instruments;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;

/**
 * Packs a case for the archive (GB/T 18894, DA/T 48): documents, files handed in, metadata, timeline, clocks and audit
 * leaves, with a manifest of their digests under the body's SM2 signature. The package is verified without the program.
 */
public interface CaseArchive {
    /**
     * Writes the package. The case must be at its end.
     *
     * @throws org.zhengtong.ground.web.Problem 409 while the case goes on
     */
    void pack(CaseId id, OutputStream out) throws IOException;

    /**
     * Makes the package of a case in the archive and keeps it, once; for a case that has one, or is not in the archive,
     * nothing is done.
     */
    void keep(CaseFile file);

    /** The package that was kept when the case came into the archive. */
    Optional<KeptPackage> kept(CaseId id);

    /** Whether nothing more will happen in the case. */
    boolean isComplete(CaseFile file);

    /** Whether this member of staff may have the package of this case. */
    boolean mayOpen(CaseFile file, StaffMember staff);

    /**
     * The same for a member of staff, who decides or keeps the catalogue for the body; of a case in the archive always
     * the package that was kept. The opening stands in the audit log before a byte is written.
     *
     * @throws org.zhengtong.ground.web.Problem 403 for others, 404 for other bodies' cases, 409 while the case goes on, 500
     *     when the kept package is missing or was changed
     */
    void open(CaseId id, StaffMember staff, OutputStream out) throws IOException;
}
