package org.zhengtong.services.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * One thing (一件事) filed as a whole, already checked: one submission that becomes a case for each of its items.
 *
 * @param key made once by the filer; the same key again answers the first receipt
 * @param leadBodyName the body that answers for the whole
 * @param parts in the order in which they are told
 */
public record JointOrder(
        UUID key,
        Bundle bundle,
        String leadBody,
        String leadBodyName,
        Party applicant,
        PersonId agent,
        Channel channel,
        List<Part> parts) {
    public JointOrder {
        parts = List.copyOf(parts);
    }

    /**
     * What is filed for one item.
     *
     * @param waitsFor the items that have to be granted before
     * @param receives material id → the item whose result it is
     * @param answered field id → the result that answers it
     */
    public record Part(
            ServiceItem item,
            Map<String, String> situations,
            Map<String, String> answers,
            List<HandedIn> materials,
            Set<ItemCode> waitsFor,
            Map<String, ItemCode> receives,
            Map<String, FromResult> answered) {}

    /** An attribute of the licence that another item leads to. */
    public record FromResult(ItemCode item, String attribute) {}
}
