package org.zhengtong.services.window.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.services.window.Handover;
import org.zhengtong.services.window.NewVisit;
import org.zhengtong.services.window.Visit;

/** The next person, and what is open. Names are masked. */
public record HomeView(NewVisit typed, FormState form, List<Open> open, List<Sent> sent) {
    private static final int LONGEST = 12;

    /** @param ticket the number they were called by; empty for who walked in */
    static NewVisit blank(String ticket) {
        return new NewVisit(
                Visit.Way.NUMBER,
                "",
                "",
                Optional.of(ticket.strip()).filter(text -> !text.isEmpty() && text.length() <= LONGEST));
    }

    /** The ways a clerk can find somebody by. */
    public static final List<Visit.Way> WAYS = List.of(Visit.Way.NUMBER, Visit.Way.LICENCE, Visit.Way.PHONE);

    /** A visit that is not closed; {@code name} is empty as long as nobody is found. */
    public record Open(Visit visit, String name) {}

    /** Somebody another window has sent. */
    public record Sent(Handover handover, String name) {}
}
