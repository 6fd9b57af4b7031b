package org.zhengtong.services.filing;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.catalogue.ItemCode;

/**
 * Filing at a window: a clerk fills in the person's own draft, in their presence and their name, on the same pages. When
 * the visit ends the draft is the person's alone again.
 */
public interface WindowFiling {

    /**
     * Somebody stands at a window.
     *
     * @param until the clerk's hands are off the drafts by then, whatever happens
     */
    record Attendance(UUID visit, StaffMember clerk, PersonId person, Instant until) {}

    /** Begins a filing in the name of the person, or goes on with the one they have begun. */
    Drafts.Start start(Attendance attendance, ItemCode item, Party party);

    /** Goes on with a draft of the person, begun at home or handed over from another window. */
    void attend(Attendance attendance, UUID draft);

    /** The drafts a visit is about. */
    List<Attended> of(UUID visit);

    /** One of them, with the case it became. */
    record Attended(
            UUID id, String path, String item, String bodyName, Optional<String> firm, Optional<CaseId> filed) {}

    /** The clerk's hands off all drafts of a visit. */
    void leave(UUID visit);

    /**
     * Keeps the printed application with the person's signature.
     *
     * @return the file kept
     */
    UUID sign(StaffMember clerk, UUID draft, InputStream scan, String name) throws FileRefused;

    /**
     * Files in the name of the person.
     *
     * @param accept whether to accept on the spot, when the clerk's own body is the competent one
     */
    Filed submit(StaffMember clerk, UUID draft, boolean accept);

    /** What comes of it. */
    sealed interface Filed {
        /**
         * On disk.
         *
         * @param refused why it was not accepted on the spot although that was wished: code of the problem
         */
        record OnDisk(UUID visit, CaseId id, Optional<String> refused) implements Filed {}

        /** Not complete, not right or not signed as it stands; nothing was filed. */
        record NotReady(List<Finding> findings) implements Filed {}
    }
}
