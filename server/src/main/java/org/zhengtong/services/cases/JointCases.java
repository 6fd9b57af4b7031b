package org.zhengtong.services.cases;

import java.util.List;
import java.util.UUID;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.StaffMember;

/** One thing (一件事): filed once, carried out by several bodies, each with a case, a number and clocks of its own. */
public interface JointCases {
    /** Working days for joint handling (行政许可法 42 (2)). */
    int DAYS = 45;

    /** Working days by which the head of the government may extend joint handling, once. */
    int MOST_EXTENSION = 15;

    /**
     * Files what can begin; what waits for another one's result is filed in the moment that is granted.
     *
     * @return the first receipt when the key has been used
     */
    JointReceipt file(JointOrder order);

    /** @throws org.zhengtong.ground.web.Problem 404 when it is nobody's the reader acts for */
    JointFile open(UUID id, PersonId reader);

    /** For staff of a body that has a part in it. */
    JointFile open(UUID id, StaffMember staff);

    /** Newest first. */
    List<JointFile> of(PersonId reader);

    /** More time for the whole, once, by the head of the lead body on behalf of the government at that level. */
    void extend(UUID id, StaffMember head, int days, String reason);
}
