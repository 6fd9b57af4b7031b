package org.zhengtong.services.editing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.BundleCheck.Finding;
import org.zhengtong.services.catalogue.BundleElement;

/**
 * Writing bundles. A bundle belongs to the division of its lead body: every method refuses, with a
 * {@link org.zhengtong.ground.web.Problem} 403, whoever does not keep that division's catalogue; 404 when there is no
 * such draft.
 */
public interface BundleEditing extends Reviewing<BundleDraft> {

    /** The drafts this member of staff may see, those that wait for review first, then the latest. */
    List<Line> open(StaffMember by);

    /** @param mine whether this member of staff wrote on it and so may not review it */
    record Line(
            UUID id,
            String code,
            String name,
            String leadName,
            Stage stage,
            boolean mine,
            Optional<LocalDate> publishOn,
            Instant changedAt) {}

    /** The bodies this member of staff may make lead bodies. */
    List<Body> leadBodies(StaffMember by);

    boolean edits(StaffMember by, Bundle bundle);

    /** A new bundle with the next free code. */
    UUID begin(StaffMember by, String name, Uscc leadBody);

    /**
     * A draft from a published version: the newest, to change it; an older one, to go back to it. 409 when a draft of the
     * bundle is open already and something else was wanted.
     */
    UUID beginFrom(StaffMember by, String code, int version);

    Optional<UUID> openDraftOf(String code);

    /** What is wrong with it; not all of it keeps it from being published. */
    List<Finding> findings(BundleDraft draft);

    /** What identifies the state of some elements, for {@link #save}: as long as it is the same, nobody changed them. */
    String fingerprint(Bundle bundle, Set<BundleElement> elements);

    /**
     * Puts the {@code touched} elements of {@code changed} into the draft, complete or not. When somebody else changed the
     * same elements since {@code seen}, nothing is changed and the answer shows what is there now. Only while the draft
     * is being edited.
     *
     * @param seen the {@link #fingerprint} of the touched elements when they were shown
     */
    Saved save(StaffMember by, UUID id, Set<BundleElement> touched, String seen, Bundle changed);

    /** What comes of saving. */
    sealed interface Saved {
        BundleDraft draft();

        /** Saved. */
        record Here(BundleDraft draft) implements Saved {}

        /** Not saved: {@code draft} is what somebody else made of it, last changed by {@code name}. */
        record Elsewhere(BundleDraft draft, String name) implements Saved {}
    }
}
