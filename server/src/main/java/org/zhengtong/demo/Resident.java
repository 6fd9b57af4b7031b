package org.zhengtong.demo;

import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;

/** An invented person of the demo city. */
record Resident(PersonId id, String name, IdentityNumber number, String phone, String address) {

    Party party() {
        return new Party.Person(id);
    }

    @Override
    public String toString() {
        return "Resident[" + id.value() + "]";
    }

    /** An invented firm with the resident who acts for it. */
    record Business(FirmId id, Uscc code, String name, String address, Resident agent) {
        Party party() {
            return new Party.Firm(id);
        }
    }
}
