package org.zhengtong.services.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhengtong.people.organisation.Role;

/** What the posts of bodies did in a span, and what lies with them now. */
public record Workload(LocalDate from, LocalDate until, List<Line> lines) {
    public Workload {
        lines = List.copyOf(lines);
    }

    /**
     * A post, or one of its staff.
     *
     * @param staffName absent for the post as a whole
     * @param received came to the post in the span; of staff unknown
     * @param averageDays working days from its coming to the post until it was passed on
     * @param inHand now
     * @param overdue of these
     */
    public record Line(
            String body,
            String bodyName,
            Role post,
            Optional<String> staffName,
            int received,
            int inHand,
            int overdue,
            int done,
            double averageDays) {}
}
