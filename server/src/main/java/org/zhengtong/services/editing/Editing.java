package org.zhengtong.services.editing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.EntryCheck.Finding;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * Writing entries. Every method takes the acting member of staff and refuses, with a
 * {@link org.zhengtong.ground.web.Problem} 403, whoever does not keep the catalogue of the body's division; 404 when
 * there is no such draft.
 */
public interface Editing extends Reviewing<EntryDraft> {

    /** The drafts this member of staff may see, those that wait for review first, then the latest. */
    List<Line> open(StaffMember by);

    /** @param mine whether this member of staff wrote on it and so may not review it */
    record Line(
            UUID id,
            ItemCode code,
            String name,
            String bodyName,
            Stage stage,
            boolean mine,
            Optional<LocalDate> publishOn,
            Instant changedAt) {}

    /**
     * A new entry of a body after a base item: what is inherited stands in it. Goes on with the open draft when there is
     * one, and starts from the newest version when the body has published the item before.
     */
    UUID begin(StaffMember by, String baseCode, Uscc body);

    /**
     * A draft from a published version: the newest, to change it; an older one, to go back to it. 409 when a draft of
     * the entry is open already and something else was wanted.
     */
    UUID beginFrom(StaffMember by, ItemCode code, int version);

    /** The open draft of an entry. */
    Optional<UUID> openDraftOf(ItemCode code);

    /** What keeps it from being published. */
    List<Finding> findings(EntryDraft draft);

    /**
     * What identifies the state of some elements, for {@link #save}: as long as it is the same, nobody changed them.
     */
    String fingerprint(EntryDraft draft, Set<Element> elements);

    /**
     * Puts the {@code touched} elements of {@code changed} into the draft, complete or not. When somebody else changed
     * the same elements since {@code seen}, nothing is changed and the answer shows what is there now. Only while the
     * draft is being edited.
     *
     * @param seen the {@link #fingerprint} of the touched elements when they were shown
     */
    Saved save(StaffMember by, UUID id, Set<Element> touched, String seen, ServiceItem changed);

    /** What comes of saving. */
    sealed interface Saved {
        EntryDraft draft();

        /** Saved. */
        record Here(EntryDraft draft) implements Saved {}

        /** Not saved: {@code draft} is what somebody else made of it, last changed by {@code name}. */
        record Elsewhere(EntryDraft draft, String name) implements Saved {}
    }

    /** The names of actors as a {@link org.zhengtong.services.catalogue.Publication} keeps them; empty for the program. */
    String namesOf(String actors);
}
