package org.zhengtong.people.organisation.web;

import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Operations;

/** The page of one body. */
public record BodyFormView(Body body, Operations.Contact typed, FormState form) {}
