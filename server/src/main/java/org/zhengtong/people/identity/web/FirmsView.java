package org.zhengtong.people.identity.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.MandateKind;
import org.zhengtong.people.identity.Party;

/**
 * For whom a person can act.
 *
 * @param name of the person, who can act for themselves too
 * @param actingFor for whom the person acts now
 */
public record FirmsView(List<Firm> firms, List<Other> persons, String name, Optional<Party> actingFor, String done) {

    /**
     * @param manages whether the person appoints its agents
     * @param mayHandOver whether the person may leave it to somebody else
     */
    public record Firm(FirmProfile profile, List<MandateCard> mandates, boolean manages, boolean mayHandOver) {
        public String id() {
            return profile.id().value().toString();
        }

        /** The first is the strongest. */
        public MandateKind kind() {
            return mandates.stream()
                    .map(card -> card.mandate().kind())
                    .sorted()
                    .findFirst()
                    .orElse(MandateKind.AGENT);
        }
    }

    /** Another person. */
    public record Other(Party.Person party, String name, List<MandateCard> mandates) {
        public String id() {
            return party.id().toString();
        }
    }

    public boolean isCurrent(Firm firm) {
        return actingFor.isPresent()
                && actingFor.get().equals(new Party.Firm(firm.profile().id()));
    }

    public boolean isCurrent(Other other) {
        return actingFor.isPresent() && actingFor.get().equals(other.party());
    }
}
