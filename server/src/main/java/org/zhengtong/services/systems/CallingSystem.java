package org.zhengtong.services.systems;

import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.StaffMember;

/** A system whose call is signed: it acts for its body as far as the duties reach it was registered for. */
public record CallingSystem(DepartmentSystem system, Body body) {

    /** As the desk knows it: one member of staff of the body, whoever of the department sits before it. */
    public StaffMember staff(ActingStaff by) {
        return staff(by.name() + " · " + by.post() + " · " + system.name(), by.post());
    }

    /** For looking only. */
    public StaffMember reader() {
        return staff(system.name(), system.name());
    }

    private StaffMember staff(String name, String post) {
        return new StaffMember(new PersonId(system.id()), name, body, post, system.roles());
    }

    /** Whose call it is, as the idempotency of calls distinguishes callers. */
    public String caller() {
        return "department-system:" + system.id();
    }
}
