package org.zhengtong.services.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.zhengtong.ground.files.StoredFile;

/** What departments' own systems added to a case, for whoever may read it at the desk; the room that talks to them answers. */
public interface DepartmentAdditions {
    Additions of(CaseId id);

    /** Both the oldest first. */
    record Additions(List<Attachment> attachments, List<Rating> ratings) {
        public static final Additions NONE = new Additions(List.of(), List.of());

        public boolean isEmpty() {
            return attachments.isEmpty() && ratings.isEmpty();
        }
    }

    /** @param by who handed it over, with post and system */
    record Attachment(StoredFile file, String by, Instant at) {
        public UUID id() {
            return file.id();
        }
    }

    /**
     * A citizen's evaluation (好差评).
     *
     * @param level its words are the message {@code cases.rating.<level>}
     * @param stage what was rated: its words are the message {@code cases.rating.stage.<stage>}
     * @param given whether the citizen rated; what is set when nobody rates is no rating
     * @param words in the citizen's own words; empty without
     */
    record Rating(String level, int stars, String stage, boolean given, String words, LocalDate on) {}
}
