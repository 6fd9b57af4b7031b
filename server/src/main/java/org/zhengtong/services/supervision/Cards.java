package org.zhengtong.services.supervision;

import java.util.List;
import java.util.UUID;
import org.zhengtong.people.organisation.StaffMember;

/**
 * Yellow and red cards. Heads see those of their body, supervisors those of the bodies they supervise, everybody else those
 * they or their post have to answer.
 */
public interface Cards {
    /** @param total how many there are on all pages */
    record Found(List<Card> rows, int total) {}

    /** @param hand what the reader is to the card */
    record Opened(Card card, List<CardStep> steps, CardCourse.Hand hand) {}

    Found find(StaffMember by, CardFilter filter);

    Opened open(StaffMember by, UUID card);

    /** The cards of one case, for those who may see them. */
    List<Card> of(StaffMember by, UUID caseId);

    void act(StaffMember by, UUID card, CardCommand command);
}
