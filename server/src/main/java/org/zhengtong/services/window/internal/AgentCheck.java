package org.zhengtong.services.window.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.AgentRelation;
import org.zhengtong.services.cases.Delivered;
import org.zhengtong.services.cases.WaitingResult;
import org.zhengtong.services.window.Agent;

/** Whether somebody may collect a result for its applicant. Of their number no more is kept than one can compare. */
@Component
class AgentCheck {
    private static final int LONGEST_NAME = 60;
    private static final int OF_AGE = 18;

    private final Identity identity;
    private final Clock clock;

    AgentCheck(Identity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    /** @throws Problem 422 with what the clerk has to do */
    Delivered.ByAgent checked(StaffMember clerk, WaitingResult result, Agent agent, Optional<UUID> signed) {
        String name = PlainText.tidy(agent.name());
        if (name.isEmpty() || PlainText.check("name", name, LONGEST_NAME).isPresent()) {
            throw wrong("name");
        }
        IdentityNumber number = IdentityNumber.parse(agent.number()).orElseThrow(() -> wrong("number"));
        if (LocalDate.now(clock.withZone(Page.ZONE)).isBefore(number.birthDate().plusYears(OF_AGE))) {
            throw wrong("under-age");
        }
        Optional<PersonId> person = identity.findPerson(number);
        person.ifPresent(known -> check(clerk, result, known, name));
        AgentRelation relation = Arrays.stream(AgentRelation.values())
                .filter(one -> one.name().equals(agent.relation()))
                .findFirst()
                .orElseThrow(() -> wrong("relation"));
        boolean mandated = person.filter(known -> isMandated(known, result)).isPresent();
        if (relation.needsMandate() && agent.mandate().isEmpty() && !mandated) {
            throw wrong("mandate");
        }
        if (!agent.seen()) {
            throw wrong("not-seen");
        }
        return new Delivered.ByAgent(name, number.masked(), relation, agent.mandate(), signed);
    }

    private void check(StaffMember clerk, WaitingResult result, PersonId known, String name) {
        if (known.equals(result.collector())) {
            throw wrong("oneself");
        }
        if (known.equals(clerk.person())) {
            throw wrong("clerk");
        }
        if (!identity.nameOf(new Party.Person(known)).equals(name)) {
            throw wrong("name-differs");
        }
    }

    /** By a mandate kept here, which takes the place of one on paper. */
    private boolean isMandated(PersonId person, WaitingResult result) {
        return identity.reachOf(person).mayCollect(result.party(), result.item().value());
    }

    private static Problem wrong(String what) {
        return new Problem(422, "window.agent." + what);
    }
}
