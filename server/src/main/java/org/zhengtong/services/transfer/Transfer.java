package org.zhengtong.services.transfer;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.editing.Stage;

/**
 * Entries in and out as files. Every method refuses, with a {@link org.zhengtong.ground.web.Problem} 403, who keeps no
 * catalogue.
 */
public interface Transfer {
    /** The bodies whose entries this member of staff may take out. */
    List<Body> bodies(StaffMember by);

    /** @param division a division with those below it; without body and division everything that may be seen */
    record Selection(Optional<Uscc> body, Optional<String> division) {
        public static final Selection ALL = new Selection(Optional.empty(), Optional.empty());
    }

    /** Writes the published entries into {@code out}, one after the other. */
    void export(StaffMember by, Selection selection, Format format, OutputStream out);

    /** An empty workbook with lists to choose from and instructions. */
    void template(StaffMember by, OutputStream out);

    /**
     * Keeps a file and begins to import it in the background.
     *
     * @param submit whether its drafts are handed to review; then there must be a reason
     */
    UUID begin(StaffMember by, String fileName, InputStream content, boolean submit, String reason);

    /** The latest imports of the staff of one's own division. */
    List<Import> imports(StaffMember by);

    Import find(StaffMember by, UUID id);

    List<Fault> faults(StaffMember by, UUID id, int from, int most);

    /** How far the drafts it made are. */
    Map<Stage, Integer> drafts(StaffMember by, UUID id);

    /** Calls it off; what is kept already stays. */
    void cancel(StaffMember by, UUID id);

    /**
     * Approves all its drafts that wait for review, in one action, to be published on this day.
     *
     * @return how many
     */
    int approve(StaffMember by, UUID id, LocalDate publishOn);
}
