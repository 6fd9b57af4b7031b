package org.zhengtong.services.cases;

import java.util.List;
import org.zhengtong.people.identity.PersonId;

/** What open cases wait for from their applicants: a correction that was asked for, materials promised for later. */
public interface AwaitedSupplements {
    /** Of the person's own cases and those of the firms they act for, the most urgent first. */
    List<AwaitedSupplement> of(PersonId reader);
}
