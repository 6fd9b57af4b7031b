package org.zhengtong.people.identity.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.FirmProfile;

/**
 * The firms a person acts for.
 *
 * @param name of the person, who can act for themselves too
 * @param actingFor the firm the person acts for now
 */
public record FirmsView(List<FirmProfile> firms, String name, Optional<FirmId> actingFor, String done) {
    public boolean isCurrent(FirmProfile firm) {
        return actingFor.isPresent() && actingFor.get().equals(firm.id());
    }
}
