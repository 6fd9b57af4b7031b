package org.zhengtong.services.licences.web;

import java.time.LocalDate;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceCopies;

/** The form for a copy for use. */
public record CopyFormView(Licence licence, LicenceCopies.Wish typed, FormState form, LocalDate last) {
    public String page() {
        return "/my/licences/" + licence.id();
    }
}
