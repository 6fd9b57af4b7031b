package org.zhengtong.people.organisation;

import java.util.List;
import java.util.UUID;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.privacy.RequestAnswers.Opened;
import org.zhengtong.people.privacy.RequestAnswers.Waiting;

/**
 * Requests for correction and deletion, answered by the security administrator, who looks after personal data (个人信息保护法
 * art. 52). Everybody else is refused with a {@link org.zhengtong.ground.web.Problem} 403. Nobody answers their own.
 */
public interface DataRequestDesk {
    /** The one due first at the top. */
    List<Waiting> waiting(StaffMember by);

    /** That it was opened stands in the audit, and its person reads it. */
    Opened open(StaffMember by, UUID id);

    /**
     * @param done whether it was carried out; otherwise it is refused
     * @return what is wrong with the answer; nothing was changed unless this is empty
     */
    List<WrongField> answer(StaffMember by, UUID id, boolean done, String text);
}
