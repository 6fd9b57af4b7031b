package org.zhengtong.people.identity;

import java.util.Optional;
import java.util.Set;
import org.zhengtong.ground.web.DeskPlace;

/** Where somebody serves. The room of organisation answers. */
public interface Workplaces {
    /** The name of the body a member of staff works at. */
    Optional<String> workplace(PersonId person);

    /** Where in the staff shell the person's roles lead. */
    Set<DeskPlace> places(PersonId person);
}
