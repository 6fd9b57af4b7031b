package org.zhengtong.people.identity;

/** A person has joined the house. */
public record PersonRegistered(PersonId person) {
    public static final String TOPIC = "identity.registered";
}
