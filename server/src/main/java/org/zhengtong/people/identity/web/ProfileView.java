package org.zhengtong.people.identity.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.identity.OpenSession;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.people.identity.Recovery;

/**
 * A person's own page.
 *
 * @param number and {@code phone}: masked unless the person asked to see them
 * @param division the name of the division the identity number was issued in; empty when it no longer exists
 * @param pending a new password that waits, after the old one was forgotten
 * @param confirmable whether the telephone can be confirmed and is not
 * @param done key of the sentence about what was just changed; empty when nothing was
 */
public record ProfileView(
        PersonProfile person,
        String number,
        String phone,
        boolean shown,
        String division,
        List<OpenSession> sessions,
        UUID current,
        Optional<Recovery.Pending> pending,
        boolean confirmable,
        String done) {}
