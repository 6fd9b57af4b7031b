package org.zhengtong.services.cases;

import java.util.Optional;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Role;

/**
 * What lies with a post.
 *
 * @param staff who has taken it; absent for what nobody has
 */
public record InHand(String body, Role post, Optional<PersonId> staff, int cases, int overdue) {}
