package org.zhengtong.testing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.identity.Mandate;
import org.zhengtong.people.identity.MandateKind;
import org.zhengtong.people.identity.MandateProof;
import org.zhengtong.people.identity.MandateScope;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;

/** Makes mandates for tests, each with what the test is about. */
public final class GivenMandates {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private GivenMandates() {}

    public static Mandate whole(Party principal, PersonId agent) {
        return of(principal, agent, MandateScope.WHOLE, LONG_AGO, Optional.empty(), Mandate.Stage.GIVEN);
    }

    public static Mandate of(
            Party principal,
            PersonId agent,
            MandateScope scope,
            LocalDate from,
            Optional<LocalDate> until,
            Mandate.Stage stage) {
        return new Mandate(
                new UUID(principal.id().hashCode(), agent.value().hashCode()),
                principal,
                agent,
                principal instanceof Party.Firm ? MandateKind.AGENT : MandateKind.PROXY,
                scope,
                from,
                until,
                MandateProof.REGISTER,
                stage,
                "person:" + agent.value(),
                TestClock.START,
                Optional.empty());
    }
}
