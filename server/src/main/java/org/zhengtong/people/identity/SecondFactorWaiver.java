package org.zhengtong.people.identity;

/** For whom a password counts as both factors. There is none in the program: only tests have one. */
@FunctionalInterface
public interface SecondFactorWaiver {
    boolean isWaivedFor(PersonId person);
}
