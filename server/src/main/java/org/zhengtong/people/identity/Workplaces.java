package org.zhengtong.people.identity;

import java.util.Optional;

/** Where somebody serves. The room of organisation answers. */
public interface Workplaces {
    /** The name of the body a member of staff works at. */
    Optional<String> workplace(PersonId person);
}
