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
import org.zhengtong.services.catalogue.Bundle;
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

    /** The same for one thing (一件事); what can be filed of it at a window only is part of it while it is filled in here. */
    Drafts.Start startJointly(Attendance attendance, String bundle, Party party);

    /** Whether such an applicant can file the one thing at a window. */
    boolean isFor(Bundle bundle, Party party);

    /** Goes on with a draft of the person, begun at home or handed over from another window. */
    void attend(Attendance attendance, UUID draft);

    /** The drafts a visit is about. */
    List<Attended> of(UUID visit);

    /**
     * One of them.
     *
     * @param joint whether it is one thing
     * @param filed the case it became, or the one thing
     */
    record Attended(
            UUID id,
            String path,
            String item,
            String bodyName,
            Optional<String> firm,
            boolean joint,
            Optional<CaseId> filed) {}

    /** The clerk's hands off all drafts of a visit. */
    void leave(UUID visit);

    /**
     * Keeps the printed application with the person's signature.
     *
     * @return the file kept
     */
    UUID sign(StaffMember clerk, UUID draft, InputStream scan, String name) throws FileRefused;

    /**
     * The application was signed on the tablet.
     *
     * @param paper the file it was kept in
     * @param version of the draft that was signed; another one is refused with a 409
     */
    void signed(StaffMember clerk, UUID draft, UUID paper, int version);

    /** Whether the clerk's own body is competent for what is filed first, or for a part of it. */
    boolean mayAccept(StaffMember clerk, UUID draft);

    /**
     * Files in the name of the person.
     *
     * @param accept whether to accept on the spot what the clerk's own body is competent for
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

        /**
         * One thing on disk; its parts are with their bodies.
         *
         * @param refused why a part was not accepted on the spot although that was wished: code of the problem
         */
        record JointlyOnDisk(UUID visit, UUID id, Optional<String> refused) implements Filed {}

        /** Not complete, not right or not signed as it stands; nothing was filed. */
        record NotReady(List<Finding> findings) implements Filed {}
    }
}
