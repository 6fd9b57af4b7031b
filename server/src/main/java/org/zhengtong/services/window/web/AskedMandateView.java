package org.zhengtong.services.window.web;

import java.time.LocalDate;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.services.window.MandateCounter;

/** A guardianship a parent asks for, with both persons' entries. */
public record AskedMandateView(MandateCounter.Asked asked, PersonProfile ward, PersonProfile guardian) {
    public LocalDate lastDay() {
        return asked.mandate().until().orElse(asked.mandate().from());
    }
}
