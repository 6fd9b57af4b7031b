package org.zhengtong.people.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignedIn;

/** What a person allows. Everything is allowed until the person says otherwise; each saying stands in the audit log. */
public interface Choices {
    /** @param decided when the person last said so; empty when never */
    record Choice(Purpose purpose, boolean allowed, Optional<Instant> decided) {}

    List<Choice> of(PersonId person);

    boolean allows(PersonId person, Purpose purpose);

    void decide(SignedIn me, Purpose purpose, boolean allowed);
}
