package org.zhengtong.services.supervision;

import java.util.List;
import java.util.UUID;
import org.zhengtong.people.organisation.StaffMember;

/** Patterns of fake completion, for heads of bodies and for those who supervise them. */
public interface Suspicions {
    /** @param total how many there are on all pages */
    record Found(List<Suspicion> rows, int total) {}

    /** @param mayAssess not those whose own acts it is made of */
    record Opened(Suspicion suspicion, List<Suspicion.Step> steps, boolean mayAssess) {}

    Found find(StaffMember by, SuspicionFilter filter);

    Opened open(StaffMember by, UUID suspicion);

    void assess(StaffMember by, UUID suspicion, Suspicion.Assessment assessment, String words);
}
