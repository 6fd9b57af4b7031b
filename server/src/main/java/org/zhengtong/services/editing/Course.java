package org.zhengtong.services.editing;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.people.identity.PersonId;

/**
 * How far a draft has come, and by whom; the same for whatever is drafted.
 *
 * @param revision counts the changes
 * @param editors everybody who changed it: none of them may review it
 * @param publishOn the day of publication, once approved
 * @param reason what is new and why, for those who read the versions later
 */
public record Course(
        Stage stage,
        int revision,
        Set<PersonId> editors,
        Optional<PersonId> reviewer,
        Optional<LocalDate> publishOn,
        String reason) {

    public Course {
        editors = Set.copyOf(editors);
    }

    /** Of a draft somebody has just begun. */
    public static Course begun(PersonId by) {
        return new Course(Stage.EDITING, 1, Set.of(by), Optional.empty(), Optional.empty(), "");
    }

    Course in(Stage next) {
        return new Course(next, revision + 1, editors, reviewer, publishOn, reason);
    }

    Course submitted(String why) {
        return new Course(Stage.IN_REVIEW, revision + 1, editors, Optional.empty(), Optional.empty(), why);
    }

    Course approved(PersonId by, LocalDate day) {
        return new Course(Stage.APPROVED, revision + 1, editors, Optional.of(by), Optional.of(day), reason);
    }

    Course backToEditing() {
        return new Course(Stage.EDITING, revision + 1, editors, Optional.empty(), Optional.empty(), reason);
    }

    /** Changed by somebody, who may not review it any more. */
    Course edited(PersonId by) {
        Set<PersonId> all = new HashSet<>(editors);
        all.add(by);
        return new Course(stage, revision + 1, all, reviewer, publishOn, reason);
    }
}
