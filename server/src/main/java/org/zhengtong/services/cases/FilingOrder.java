package org.zhengtong.services.cases;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * A complete filing, already checked against the item's form and materials.
 *
 * @param key made once by the filer (the draft's id, or from the idempotency key); the same key again answers the first receipt
 * @param agent the person at the keyboard, who may act for the applicant
 * @param situations situation id → answer id
 * @param answers field id → answer
 */
public record FilingOrder(
        UUID key,
        ServiceItem item,
        Party applicant,
        PersonId agent,
        Map<String, String> situations,
        Map<String, String> answers,
        List<HandedIn> materials,
        Channel channel) {}
