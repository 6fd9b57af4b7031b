package org.zhengtong.services.cases;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Cases as those see them who supervise how they are handled: how they stand, and who did what when; never who the
 * applicant is by name, and nothing of what was filled in, handed in or said. Who may ask is decided by the caller.
 */
public interface CaseFigures {
    /** How the running cases stand today, a line for each body that has any. */
    List<BodyLights> lights(Set<String> bodies);

    RunningCases running(RunningFilter filter);

    /** The items of which something is running. */
    List<RunningItem> runningItems(Set<String> bodies);

    /** Who has how many in hand now. */
    List<InHand> inHand(Set<String> bodies);

    /**
     * All running cases whose pressing clock has at most so many working days left, a page at a time, and those that were
     * counted as accepted since the day because nobody answered.
     */
    void eachNear(int daysLeft, LocalDate silentSince, Consumer<List<RunningCase>> page);

    /** What happened to a case. */
    Optional<CaseTrace> trace(CaseId id, Set<String> bodies);

    List<CaseTrace> traces(Collection<CaseId> ids);

    /** Cases of a body, filed since the day, that carry a sign. */
    List<CaseTrace> withSign(Sign sign, String body, LocalDate since);

    /** Every case to which something happened on the day. */
    List<CaseTrace> touchedOn(LocalDate day);

    /** The day of the first step of all. */
    Optional<LocalDate> firstDay();

    /** What to look for among many cases; each is found by an index or a single pass. */
    enum Sign {
        /** The same applicant filed the same item more than once. */
        REPEATED,
        PAUSED,
        COUNTED_AS_ACCEPTED
    }
}
