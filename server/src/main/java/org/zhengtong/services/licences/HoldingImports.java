package org.zhengtong.services.licences;

import java.io.InputStream;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.organisation.StaffMember;

/**
 * Existing licences of a body, taken over from a file (CSV). A file is looked at first and reported on; nothing is issued
 * before the steward begins it. The same file again issues nothing twice. Every method refuses everybody but the body's
 * steward with a {@link org.zhengtong.ground.web.Problem} 403.
 */
public interface HoldingImports {
    int MOST_ROWS = 50_000;
    int MOST_BYTES = 20 * 1024 * 1024;

    enum State {
        /** Looked at; waits for the steward. */
        CHECKED,
        RUNNING,
        DONE
    }

    /** What becomes of a line. */
    enum RowState {
        READY,
        /** Something is wrong with it; it is not taken over. */
        FAULTY,
        /** Its holder is not registered: it is kept aside until they are. */
        WAITING,
        ISSUED,
        /** The house has this licence already. */
        PRESENT
    }

    /** How an import stands. */
    record Standing(
            UUID id,
            String type,
            String fileName,
            String encoding,
            Instant at,
            State state,
            long ready,
            long faulty,
            long waiting,
            long issued,
            long present) {
        public long rows() {
            return ready + faulty + waiting + issued + present;
        }
    }

    /**
     * What is wrong with a line. It repeats nothing of what stands there.
     *
     * @param field the heading of the column; empty for the whole line
     * @param problem its words are the message {@code licences.holdings.fault.<problem>}, what to do
     *     {@code licences.holdings.do.<problem>}
     */
    record Fault(int line, String field, String problem) {}

    List<Standing> all(StaffMember by);

    /**
     * Reads and checks a file; nothing is issued.
     *
     * @param type title of the type of all its licences
     * @throws org.zhengtong.ground.web.Problem 422 when the file as a whole cannot be read, with what to do
     */
    UUID check(StaffMember by, String type, String fileName, InputStream content);

    Optional<Standing> find(StaffMember by, UUID id);

    List<Fault> faults(StaffMember by, UUID id, int most);

    /** From now on the lines that are ready are issued, and those that wait when their holders register. */
    void begin(StaffMember by, UUID id);

    /** The headings of the file for a type. */
    List<String> headings(String type);

    /** Every line with what became of it, as CSV; personal data stays out. */
    void report(StaffMember by, UUID id, Words words, Writer out);

    /** Says what stands in the report in the reader's language. */
    interface Words {
        String say(String key);
    }
}
