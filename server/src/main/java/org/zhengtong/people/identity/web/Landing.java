package org.zhengtong.people.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.DeskPlace;
import org.zhengtong.ground.web.SameSite;
import org.zhengtong.ground.web.TryAgain;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.Workplaces;

/** Where somebody goes who has just signed in, and when somebody may try again who could not. */
@Component
class Landing {
    private final FormKeeping keeping;
    private final Sessions sessions;
    private final Workplaces workplaces;
    private final Clock clock;

    Landing(FormKeeping keeping, Sessions sessions, Workplaces workplaces, Clock clock) {
        this.keeping = keeping;
        this.sessions = sessions;
        this.workplaces = workplaces;
        this.clock = clock;
    }

    String onwards(SignedIn who, String next, HttpServletRequest request) {
        return keeping.waiting(request, who).isPresent()
                ? "/sign-in/kept"
                : SameSite.path(next).orElseGet(() -> home(who));
    }

    /** Whoever signs in anew ends the session the browser had before. */
    void leave(HttpServletRequest request) {
        SessionToken.of(request).flatMap(sessions::find).ifPresent(before -> sessions.close(before, before.session()));
    }

    String home(SignedIn who) {
        return workplaces.workplace(who.person()).isPresent()
                ? DeskPlace.first(workplaces.places(who.person())).address()
                : "/my";
    }

    /** As {@code Retry-After} has it. */
    String secondsUntil(Instant again) {
        return new TryAgain(again).secondsAfter(clock.instant());
    }

    static String clockTime(Instant again) {
        return new TryAgain(again).clockTime();
    }
}
