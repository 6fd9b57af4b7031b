package org.zhengtong.people.identity.internal;

import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SecondFactors;
import org.zhengtong.people.identity.Workplaces;

/** Staff need two factors (GB/T 22239-2019, 8.1.4.1 d): the last second one cannot be taken off, only replaced. */
@Component
class LastFactor {
    private final CodeStore codes;
    private final PasskeyStore passkeys;
    private final Workplaces workplaces;

    LastFactor(CodeStore codes, PasskeyStore passkeys, Workplaces workplaces) {
        this.codes = codes;
        this.passkeys = passkeys;
        this.workplaces = workplaces;
    }

    SecondFactors.Standing standing(PersonId person) {
        return new SecondFactors.Standing(
                codes.confirmed(person), codes.recoveryCodesLeft(person), passkeys.count(person));
    }

    /** In the transaction that took one off: otherwise two pages at once would each leave the other's. */
    void requireOneLeft(PersonId person) {
        if (!standing(person).isTwice() && workplaces.workplace(person).isPresent()) {
            throw new Problem(409, "last-factor");
        }
    }
}
