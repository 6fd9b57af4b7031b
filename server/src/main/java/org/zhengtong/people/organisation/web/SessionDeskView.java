package org.zhengtong.people.organisation.web;

import java.util.Optional;
import org.zhengtong.people.identity.FormState;

/**
 * The page where sessions of others are ended.
 *
 * @param ended how many were open, right after they were ended
 */
public record SessionDeskView(
        String number, String reason, String allReason, Optional<Integer> ended, FormState form) {}
