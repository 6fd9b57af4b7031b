package org.zhengtong.services.supervision.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;

/** Whose cases somebody supervises, by the duties they hold now. */
@Component
class Reach {
    private final Organisation organisation;

    Reach(Organisation organisation) {
        this.organisation = organisation;
    }

    /** A head for all items sees the own body; who supervises, those of the own division and of those below it. */
    Set<String> of(StaffMember by) {
        return bodies(by).stream().map(body -> body.uscc().value()).collect(Collectors.toUnmodifiableSet());
    }

    List<Body> bodies(StaffMember by) {
        StaffMember now = organisation.onDuty(by.person()).orElse(by);
        if (now.has(Role.SUPERVISION)) {
            String division = upper(now.body().division());
            return organisation.bodies().stream()
                    .filter(body -> body.division().startsWith(division))
                    .toList();
        }
        return now.hasWholly(Role.DECISION) ? List.of(now.body()) : List.of();
    }

    /** @throws Problem 403 for everybody who supervises nothing */
    Set<String> required(StaffMember by) {
        Set<String> bodies = of(by);
        if (bodies.isEmpty()) {
            throw new Problem(403, "supervision.not-yours");
        }
        return bodies;
    }

    /** One of them, or all. */
    Set<String> required(StaffMember by, Optional<String> body) {
        Set<String> bodies = required(by);
        return body.map(one -> bodies.stream().filter(one::equals).collect(Collectors.toUnmodifiableSet()))
                .orElse(bodies);
    }

    /** The name of who acted, from {@code staff:<uuid>}; empty for the program and for applicants. */
    Optional<String> name(String actor) {
        return actor.startsWith("staff:")
                ? organisation
                        .staff(new PersonId(java.util.UUID.fromString(actor.substring("staff:".length()))))
                        .map(StaffMember::name)
                : Optional.empty();
    }

    /** 339900 stands for everything that begins with 3399, and 000000 for the country. */
    private static String upper(String division) {
        return division.length() == 6 ? division.replaceFirst("(00)+$", "") : division;
    }
}
