package org.zhengtong.services.instruments;

import java.time.Instant;
import java.util.List;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.DocumentKind;

/**
 * How the documents of a body are worded, kept by its stewards ({@code CATALOGUE}). Everybody else is refused with a
 * {@link org.zhengtong.ground.web.Problem} 403. What is issued already stays as it is.
 */
public interface Wordings {
    /** How saving went. */
    sealed interface Answer {
        record Saved(int version) implements Answer {}

        record Wrong(List<Wording.Finding> findings) implements Answer {}

        /** Somebody else has saved meanwhile. */
        record Overtaken(int newest) implements Answer {}
    }

    /**
     * The wording in force.
     *
     * @param newest the version saved last; 0 when the body never had one of its own
     * @param own whether it is the body's own and not the one built in
     */
    record InForce(DocumentKind kind, Wording wording, int newest, boolean own) {}

    /**
     * A version of the past or of today.
     *
     * @param own false when the body went back to the wording built in
     */
    record Version(int number, boolean own, String title, String text, Instant since, String by) {}

    List<InForce> all(StaffMember steward);

    InForce of(StaffMember steward, DocumentKind kind);

    /** Newest first. */
    List<Version> versions(StaffMember steward, DocumentKind kind);

    /** @param newest the version the change began from */
    Answer save(StaffMember steward, DocumentKind kind, int newest, String title, String text);

    /** From now on the wording built in is used again. */
    Answer backToBuiltIn(StaffMember steward, DocumentKind kind, int newest);

    /** How a wording would look on a case that is invented. It need not be saved, but must be free of faults. */
    Instrument preview(StaffMember steward, DocumentKind kind, Wording wording);
}
