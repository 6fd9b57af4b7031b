package org.zhengtong.services.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseTrace;
import org.zhengtong.services.cases.Light;
import org.zhengtong.services.cases.RunningCases;
import org.zhengtong.services.cases.RunningItem;
import org.zhengtong.services.catalogue.ItemCode;

/**
 * What heads see of how cases are handled. The head of a body (who decides there) sees that body; who holds the duty of
 * supervision sees every body of their own division and of those below it. Everybody else is refused with a
 * {@link org.zhengtong.ground.web.Problem} 403.
 */
public interface Supervision {
    /** The bodies the reader sees. */
    List<Body> bodies(StaffMember by);

    Overview overview(StaffMember by);

    /** @param body USCC; absent for all the reader sees */
    record Wanted(
            Optional<String> body, Optional<Light> light, Optional<ItemCode> item, Optional<Role> post, int page) {}

    RunningCases running(StaffMember by, Wanted wanted);

    /** The items of which something is running. */
    List<RunningItem> runningItems(StaffMember by, Optional<String> body);

    /** @param names of those who acted, by their names in the timeline */
    record Traced(CaseTrace trace, java.util.Map<String, String> names) {}

    /** What happened to a case, without its applicant and its contents. */
    Traced trace(StaffMember by, CaseId id);

    /** @param until inclusive */
    Workload workload(StaffMember by, Optional<String> body, LocalDate from, LocalDate until);

    /** Looks for limits and patterns now, as every night. */
    void review(StaffMember by);

    /** USCCs of the bodies the reader sees; empty for who supervises nothing. */
    Set<String> reach(StaffMember by);
}
