package org.zhengtong.people.organisation.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Succession;

/** All bodies. */
public record BodiesView(List<Body> bodies, List<Succession> successions, String done) {
    /** Who goes on in its place, when it is dissolved. */
    public Optional<Succession> succession(Body body) {
        return successions.stream()
                .filter(one -> one.body().equals(body.uscc()))
                .findFirst();
    }
}
