package org.zhengtong.portal.web;

import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.licences.Licences;

/** Gathers what the other rooms keep of one person. */
@Component
class OwnMatters {
    private final Cases cases;
    private final Drafts drafts;
    private final Licences licences;
    private final Identity identity;

    OwnMatters(Cases cases, Drafts drafts, Licences licences, Identity identity) {
        this.cases = cases;
        this.drafts = drafts;
        this.licences = licences;
        this.identity = identity;
    }

    MyView of(SignedIn me) {
        return MyView.of(
                me.name(),
                drafts.openOf(me.person()),
                cases.of(me.person()),
                licences.heldBy(me),
                identity.firmsOf(me.person()).size());
    }

    /** What the person has to do before it can go on. */
    MyView.Waiting waitingFor(SignedIn me) {
        return MyView.Waiting.of(drafts.openOf(me.person()), cases.of(me.person()));
    }
}
