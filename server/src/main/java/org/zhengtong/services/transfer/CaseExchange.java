package org.zhengtong.services.transfer;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.zhengtong.people.organisation.StaffMember;

/**
 * Cases in the shape of the national exchange tables (办件), for those who keep the catalogue of a division: the cases of
 * its bodies and of those below. Every export stands in the audit log with its purpose, and so does every identity number
 * that is opened for one.
 */
public interface CaseExchange {
    /** Days a report on a page looks at, at most. */
    int MOST_DAYS = 31;

    /** The table of what does not fit, beside those of the profile. */
    String MISFITS = "MISFITS";

    List<CaseProfile> profiles();

    /** @throws org.zhengtong.ground.web.Problem 404 */
    CaseProfile profile(String id);

    /** Which cases. */
    sealed interface Selection {
        /** To which something happened on one of the days. */
        record Days(LocalDate from, LocalDate until) implements Selection {}

        /** That changed after this number, which the last export ended with. */
        record Since(long sequence) implements Selection {}
    }

    /** @param purpose what for, in the exporter's words; stands in the audit log */
    record Order(CaseProfile profile, Selection selection, String purpose) {}

    /**
     * @param leftOut cases of which something does not fit; they are in no table
     * @param unanswered filings that are not accepted or refused yet; the tables know none such
     * @param misfits the first of them
     */
    record Report(int fitting, int leftOut, int unanswered, List<Misfit> misfits, int all) {}

    /** What would fit and what not; opens nobody's number. */
    Report report(StaffMember by, CaseProfile profile, Selection.Days days);

    /** Refuses who may not, or says no purpose where persons are named. */
    void allow(StaffMember by, Order order);

    /**
     * All tables, one JSON document a line: {@code {"table": …, "row": {…}}}, {@code {"misfit": {…}}}, at the end
     * {@code {"cases": …, "until": …}}.
     */
    void lines(StaffMember by, Order order, OutputStream out);

    /** One table as CSV, or {@link #MISFITS}. */
    void table(StaffMember by, Order order, String table, OutputStream out);

    /** The newest number, to go on from. */
    long newest(StaffMember by);
}
