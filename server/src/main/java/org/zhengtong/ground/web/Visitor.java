package org.zhengtong.ground.web;

import java.util.Optional;
import java.util.Set;

/**
 * Who is signed in, as the page shell shows them.
 *
 * @param name the name as the header shows it
 * @param actingFor the firm the person acts for at the moment
 * @param workplace the name of the body a civil servant works at; staff get the staff shell
 * @param places where in the staff shell the visitor's roles lead; empty for citizens
 * @param unread how many messages wait to be read
 */
public record Visitor(
        String name, Optional<String> actingFor, Optional<String> workplace, Set<DeskPlace> places, int unread) {
    public Visitor {
        places = Set.copyOf(places);
    }

    public Visitor(String name, Optional<String> actingFor, Optional<String> workplace) {
        this(name, actingFor, workplace, Set.of());
    }

    public Visitor(String name, Optional<String> actingFor, Optional<String> workplace, Set<DeskPlace> places) {
        this(name, actingFor, workplace, places, 0);
    }

    public Visitor with(int unread) {
        return new Visitor(name, actingFor, workplace, places, unread);
    }

    public boolean staff() {
        return workplace.isPresent();
    }

    /** The address where a member of staff begins. */
    public String desk() {
        return DeskPlace.first(places).address();
    }
}
