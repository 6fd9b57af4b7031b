package org.zhengtong.voice.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.systems.Evaluation.Level;
import org.zhengtong.services.systems.Indicator;
import org.zhengtong.voice.evaluation.Rating.Channel;

/** Ratings of those who were served in a hall. */
public interface Evaluations {

    /** Somebody was served and may say how it was. */
    record Invitation(UUID ticket, String hall, String number, int window, Instant servedAt) {}

    /** What came of it. */
    sealed interface Answer {
        record Given(Rating rating) implements Answer {}

        /** One for each time somebody was served; the first stands. */
        record AlreadyGiven(Rating rating) implements Answer {}

        /** A reason is not of the level that was chosen, or of no list. */
        record WrongReasons() implements Answer {}

        /** They were not served, or it is longer ago than {@link #DAYS} days. */
        record NotInvited() implements Answer {}
    }

    /** So many days somebody may think about it. */
    int DAYS = 30;

    /** The national list, best first. */
    List<Indicator> indicators();

    Optional<Invitation> invitation(UUID ticket);

    /** The last one served at a window within a few minutes, who has not said anything yet. */
    Optional<Invitation> justServed(String hall, int window);

    /** Those served in a hall within the last hour who have not said anything yet, the latest first; {@value #MOST} at most. */
    List<Invitation> lately(String hall);

    int MOST = 24;

    Answer rate(UUID ticket, Level level, List<Integer> reasons, Channel channel);

    Optional<Rating> ofTicket(UUID ticket);

    Optional<Rating> withReceipt(String receipt);

    /**
     * A day in a hall of the clerk's body; others are refused with a 403 or 404.
     *
     * @throws org.zhengtong.ground.web.Problem as said
     */
    Summary summary(StaffMember staff, String hall, LocalDate day);

    /**
     * @param served how many were asked
     * @param levels how many gave each level; who gave none is in none of them
     * @param reasons how often each reason was given
     */
    record Summary(int served, Map<Level, Integer> levels, Map<Integer, Integer> reasons) {
        public int given() {
            return levels.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
