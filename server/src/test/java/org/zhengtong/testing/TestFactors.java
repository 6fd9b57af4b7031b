package org.zhengtong.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SecondFactorWaiver;

/** In tests a password counts as both factors, except for those a test is about. */
public final class TestFactors implements SecondFactorWaiver {
    private final Set<PersonId> strict = ConcurrentHashMap.newKeySet();

    /** From now on this person proves themselves twice, as everybody does outside of tests. */
    public void demandOf(PersonId person) {
        strict.add(person);
    }

    @Override
    public boolean isWaivedFor(PersonId person) {
        return !strict.contains(person);
    }
}
