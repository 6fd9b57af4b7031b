package org.zhengtong.people.identity.web;

import java.util.List;
import org.zhengtong.people.identity.FirmProfile;

/**
 * Who acts for a firm, for whoever appoints them.
 *
 * @param represented whether its legal representative has shown themselves
 */
public record AgentsView(FirmProfile firm, List<MandateCard> agents, boolean represented) {
    public List<MandateCard> open() {
        return agents.stream().filter(MandateCard::isOpen).toList();
    }

    public List<MandateCard> past() {
        return agents.stream().filter(card -> !card.isOpen()).toList();
    }
}
