package org.zhengtong.services.transfer;

import java.io.OutputStream;
import java.util.List;
import org.zhengtong.people.organisation.StaffMember;

/** Published entries in the shape of the national exchange tables. Needs the role that keeps the catalogue. */
public interface Exchange {
    List<Profile> profiles();

    /** Refuses who keeps no catalogue. */
    void allow(StaffMember by);

    /** @throws org.zhengtong.ground.web.Problem 404 */
    Profile profile(String id);

    /** @param misfits what does not fit; those entries are not among the {@code fitting} */
    record Report(int fitting, int leftOut, List<Misfit> misfits) {}

    Report report(StaffMember by, Profile profile);

    /** Writes tables and report, as a workbook or JSON. */
    void write(StaffMember by, Profile profile, Format format, OutputStream out);
}
