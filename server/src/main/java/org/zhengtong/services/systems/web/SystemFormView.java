package org.zhengtong.services.systems.web;

import java.util.List;
import java.util.Set;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.organisation.Body;

/** The form of a new system. */
public record SystemFormView(String name, String body, Set<String> duties, List<Body> bodies, FormState form) {}
