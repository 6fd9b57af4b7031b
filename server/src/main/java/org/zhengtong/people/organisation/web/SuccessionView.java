package org.zhengtong.people.organisation.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Estate;
import org.zhengtong.people.organisation.Succession;
import org.zhengtong.people.organisation.Successions;

/**
 * Who goes on in the place of a body, or the form that names it.
 *
 * @param staff how many members of staff the body has
 * @param begun whether its day has come
 */
public record SuccessionView(
        Body body,
        Optional<Succession> now,
        boolean begun,
        Estate estate,
        int staff,
        List<Body> candidates,
        Successions.Named typed,
        FormState form) {}
