package org.zhengtong.people.identity.web;

import java.util.Optional;
import org.zhengtong.people.identity.Mandate.Standing;
import org.zhengtong.people.identity.SignedMandate;

/**
 * One mandate.
 *
 * @param held whether the reader is its agent
 * @param endNote what a clerk saw who ended it early
 */
public record MandateView(
        MandateCard card, boolean held, Optional<SignedMandate> signed, Optional<String> endNote, String done) {
    public boolean mayAccept() {
        return held && card.standing() == Standing.OFFERED;
    }

    public boolean mayEnd() {
        return card.isOpen() && !card.isByLaw();
    }
}
