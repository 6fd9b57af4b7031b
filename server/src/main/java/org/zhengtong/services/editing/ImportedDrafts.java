package org.zhengtong.services.editing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ServiceItem;

/** Drafts that come many at once. The rules are those of single ones: {@link DraftRules}. */
public interface ImportedDrafts {
    /** Those of the entries that have an open draft. */
    Set<ItemCode> open(Collection<ItemCode> codes);

    /**
     * Begins drafts in the running transaction. 403 when one is of a body {@code by} does not keep the catalogue of, 409
     * when one has an open draft.
     *
     * @param items as they would be published; the gate holds nothing against them
     * @param submit whether they are handed to review, with the reason
     */
    List<UUID> begin(StaffMember by, List<ServiceItem> items, boolean submit, String reason);

    Map<Stage, Integer> stages(List<UUID> drafts);

    /**
     * Approves those of the drafts that wait for review, all or none; they are published on their day, one after the
     * other. 409 when there is none, or when {@code by} wrote on one of them.
     *
     * @return how many
     */
    int approve(StaffMember by, List<UUID> drafts, LocalDate publishOn);
}
