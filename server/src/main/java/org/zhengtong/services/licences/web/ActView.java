package org.zhengtong.services.licences.web;

import java.util.List;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceAct;
import org.zhengtong.services.licences.LicenceDecision;
import org.zhengtong.services.licences.LicenceType;

/** The form of one decision about a licence. */
public record ActView(Licence licence, LicenceType type, LicenceDecision typed, FormState form) {
    public LicenceAct act() {
        return typed.act();
    }

    public String page() {
        return "/desk/licences/" + licence.id();
    }

    public List<LicenceAct.Ground> grounds() {
        return LicenceAct.Ground.of(act());
    }

    /** Whether it has a last day of its own. */
    public boolean hasUntil() {
        return act() == LicenceAct.DETAIN || act() == LicenceAct.RENEW;
    }

    /** Whether it takes the licence from its holder for good. */
    public boolean isFinal() {
        return switch (act()) {
            case REVOKE, CANCEL, WITHDRAW, TRANSFER -> true;
            case DETAIN, GIVE_BACK, CORRECT, RENEW -> false;
        };
    }

    /** Names of what may be corrected. */
    public List<String> attributes() {
        return act() == LicenceAct.CORRECT ? LicenceDecision.correctable(licence, type) : List.of();
    }

    public String value(String attribute) {
        return typed.attributes().getOrDefault(attribute, licence.attributes().getOrDefault(attribute, ""));
    }
}
