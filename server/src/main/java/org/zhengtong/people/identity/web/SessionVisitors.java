package org.zhengtong.people.identity.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Visitor;
import org.zhengtong.ground.web.VisitorSource;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.Workplaces;

/** The shell shows who is signed in on every page: names of whom they act for are remembered for a few seconds. */
@Component
class SessionVisitors implements VisitorSource {
    private final CurrentSession session;
    private final Sessions sessions;
    private final Identity identity;
    private final Workplaces workplaces;
    private final Cache<Party, String> others = shortMemory();

    SessionVisitors(CurrentSession session, Sessions sessions, Identity identity, Workplaces workplaces) {
        this.session = session;
        this.sessions = sessions;
        this.identity = identity;
        this.workplaces = workplaces;
    }

    @Override
    public Optional<Visitor> visitor(HttpServletRequest request) {
        return session.of(request).map(this::visitor);
    }

    @Override
    public Optional<String> caller(HttpServletRequest request) {
        return session.of(request).map(SignedIn::actor);
    }

    @Override
    public boolean isNoStranger(HttpServletRequest request) {
        return session.of(request).isPresent()
                || SessionToken.of(request).flatMap(sessions::lastOwner).isPresent();
    }

    private Visitor visitor(SignedIn who) {
        return new Visitor(
                who.name(),
                who.actingFor().map(other -> others.get(other, identity::nameOf)),
                workplaces.workplace(who.person()),
                workplaces.places(who.person()));
    }

    private static <K, V> Cache<K, V> shortMemory() {
        return Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(5))
                .maximumSize(20_000)
                .build();
    }
}
