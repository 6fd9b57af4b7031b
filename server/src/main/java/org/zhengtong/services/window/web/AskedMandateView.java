package org.zhengtong.services.window.web;

import java.time.LocalDate;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.services.window.MandateCounter.Asked;

/** A guardianship a parent asks for. */
public record AskedMandateView(Asked asked, String number, FormState form) {
    public String path() {
        return "/desk/window/mandates/" + asked.mandate().id();
    }

    public LocalDate lastDay() {
        return asked.mandate().until().orElse(asked.mandate().from());
    }

    @Override
    public String toString() {
        return "AskedMandateView";
    }
}
