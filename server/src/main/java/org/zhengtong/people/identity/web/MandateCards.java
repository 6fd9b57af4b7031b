package org.zhengtong.people.identity.web;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Mandate;
import org.zhengtong.people.identity.MandateMatters;
import org.zhengtong.people.identity.Party;

/** Puts names to mandates. */
@Component
class MandateCards {
    private final Identity identity;
    private final MandateMatters matters;

    MandateCards(Identity identity, MandateMatters matters) {
        this.identity = identity;
        this.matters = matters;
    }

    MandateCard of(Mandate mandate, LocalDate today) {
        return new MandateCard(
                mandate,
                identity.nameOf(mandate.principal()),
                identity.nameOf(new Party.Person(mandate.agent())),
                mandate.scope().items().stream()
                        .map(code -> matters.matter(code)
                                .map(MandateMatters.Matter::name)
                                .orElse(code))
                        .toList(),
                mandate.standing(today));
    }
}
