package org.zhengtong.people.organisation.web;

import java.util.List;
import org.zhengtong.people.organisation.Body;

/** All bodies. */
public record BodiesView(List<Body> bodies, String done) {}
