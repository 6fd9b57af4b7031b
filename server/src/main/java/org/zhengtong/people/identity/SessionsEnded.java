package org.zhengtong.people.identity;

/** Somebody has ended sessions of this person. A session that is over by itself tells nobody. */
public record SessionsEnded(PersonId person) {
    public static final String TOPIC = "identity.sessions-ended";
}
