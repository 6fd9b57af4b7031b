package org.zhengtong.services.cases.internal;

import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.StaffMember;

/** @param id as the audit log names them */
record Actor(String id, String name) {
    static final Actor SYSTEM = new Actor("system", "");

    static Actor of(StaffMember staff) {
        return new Actor(staff.actor(), staff.name());
    }

    static Actor of(PersonId person, String name) {
        return new Actor("person:" + person.value(), name);
    }
}
