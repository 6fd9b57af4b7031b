package org.zhengtong.services.halls.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlan;

/**
 * A hall with the bodies that have windows in it.
 *
 * @param plan when people can be booked by it
 */
public record HallView(Hall hall, List<Body> bodies, Optional<HallPlan> plan) {}
