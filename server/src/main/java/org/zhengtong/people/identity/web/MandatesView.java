package org.zhengtong.people.identity.web;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everybody somebody acts for, and everybody who acts for them.
 *
 * @param held those of others, which the person acts by
 * @param given for themselves and for the firms they appoint for
 */
public record MandatesView(List<MandateCard> held, List<MandateCard> given, String done) {
    public List<MandateCard> openHeld() {
        return held.stream().filter(MandateCard::isOpen).toList();
    }

    public List<MandateCard> openGiven() {
        return given.stream().filter(MandateCard::isOpen).toList();
    }

    public List<MandateCard> past() {
        return Stream.concat(held.stream(), given.stream())
                .filter(card -> !card.isOpen())
                .distinct()
                .toList();
    }
}
