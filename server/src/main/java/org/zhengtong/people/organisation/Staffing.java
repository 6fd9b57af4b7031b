package org.zhengtong.people.organisation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;

/**
 * What the security administrator does: who works where and may do what. Every method refuses everybody else with a
 * {@link org.zhengtong.ground.web.Problem} 403.
 */
public interface Staffing {

    /** How an appointment went. */
    sealed interface Answer {
        record Done(StaffMember member) implements Answer {}

        record Refused(Refusal why) implements Answer {}
    }

    /** Why an appointment cannot be made. */
    enum Refusal {
        /** Nobody decides on their own rights. */
        ONESELF,
        /** One person would be two of the three administrators. */
        TWO_ADMINISTRATIONS,
        UNKNOWN_PERSON,
        UNKNOWN_BODY,
        /** Empty, longer than 40 characters or with hidden characters. */
        POST,
        /** An item the body does not handle. */
        UNKNOWN_ITEM,
        /** Someone else changed the same appointment at the same moment. */
        MEANWHILE
    }

    List<StaffMember> staffOf(StaffMember by, Uscc body);

    Optional<StaffMember> find(StaffMember by, PersonId person);

    /** Among which a member of staff of this body may be bound to some. */
    List<HandledItems.HandledItem> itemsOf(StaffMember by, Body body);

    /** @param account the identity number, telephone or sign-in name of a registered person */
    Optional<PersonId> findAccount(StaffMember by, String account);

    /** @param items for which the roles that handle cases are held */
    Answer appoint(StaffMember by, PersonId person, Uscc body, String post, Set<Role> roles, ItemScope items);

    /** For all items of the body. */
    default Answer appoint(StaffMember by, PersonId person, Uscc body, String post, Set<Role> roles) {
        return appoint(by, person, body, post, roles, ItemScope.ALL);
    }

    /** The person serves no more. */
    Answer dismiss(StaffMember by, PersonId person);
}
