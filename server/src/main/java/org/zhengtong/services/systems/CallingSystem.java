package org.zhengtong.services.systems;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseFile;

/** A system whose call is signed: it acts for its body as far as the duties reach it was registered for. */
public record CallingSystem(DepartmentSystem system, Body body) {

    /**
     * As the desk knows whoever acts in the department's system: a member of staff of the body. Each acting person is one,
     * so that nobody signs two levels of a review over there either.
     */
    public StaffMember staff(ActingStaff by) {
        return staff(person(by), by.name() + " · " + by.post() + " · " + system.name(), by.post());
    }

    /** For looking only. */
    public StaffMember reader() {
        return staff(new PersonId(system.id()), system.name(), system.name());
    }

    /** Whether it is somebody acting in this system: their identifiers begin as the system's own does. */
    public boolean isOurs(PersonId person) {
        return person.value().getMostSignificantBits() == system.id().getMostSignificantBits();
    }

    /** A body that was only asked for its opinion may read a case, and nothing else. */
    public CaseFile own(CaseFile file) {
        if (!file.bodyUscc().equals(body.uscc().value())) {
            throw Problem.notFound("cases.unknown");
        }
        return file;
    }

    /** Whose call it is, as the idempotency of calls distinguishes callers. */
    public String caller() {
        return "department-system:" + system.id();
    }

    private PersonId person(ActingStaff by) {
        byte[] digest = Sm3.digest((system.id() + "/" + by.name() + "/" + by.post()).getBytes(StandardCharsets.UTF_8));
        return new PersonId(new UUID(
                system.id().getMostSignificantBits(), ByteBuffer.wrap(digest).getLong()));
    }

    private StaffMember staff(PersonId person, String name, String post) {
        return new StaffMember(person, name, body, post, system.roles());
    }
}
