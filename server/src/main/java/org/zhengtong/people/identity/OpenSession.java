package org.zhengtong.people.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A place somebody is signed in at, for the person's own eyes.
 *
 * @param device browser and system, such as {@code Firefox · Windows}; empty when they did not say
 * @param address where the sign-in came from
 */
public record OpenSession(
        UUID id, String device, String address, SignInWay way, boolean twice, Instant created, Instant lastSeen) {}
