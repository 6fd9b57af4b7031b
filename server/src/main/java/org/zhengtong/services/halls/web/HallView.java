package org.zhengtong.services.halls.web;

import java.util.List;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.services.halls.Hall;

/** A hall with the bodies that have windows in it. */
public record HallView(Hall hall, List<Body> bodies) {}
