package org.zhengtong.services.notices.web;

import java.util.List;
import java.util.Set;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.organisation.Body;

/** The form of a new receiver. */
public record WebhookFormView(String body, String address, Set<String> topics, List<Body> bodies, FormState form) {}
