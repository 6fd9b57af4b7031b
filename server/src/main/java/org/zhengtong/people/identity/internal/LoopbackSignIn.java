package org.zhengtong.people.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.DemoSignIn;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.SignInPlace;
import org.zhengtong.people.identity.SignInWay;

/** Counts as both factors: being at the machine is one, and nothing behind it is real. */
@Component
@Profile("demo")
class LoopbackSignIn implements DemoSignIn {
    /** What proxies add: behind one, every call seems to come from this machine. */
    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    private final LiveSessions sessions;
    private final Identity identity;

    LoopbackSignIn(LiveSessions sessions, Identity identity) {
        this.sessions = sessions;
        this.identity = identity;
    }

    @Override
    public SessionToken signIn(PersonId person, HttpServletRequest request) {
        if (!isFromThisMachine(request)) {
            throw new Problem(403, "demo-only-here");
        }
        PersonProfile profile = identity.person(person);
        if (!profile.synthetic()) {
            throw new Problem(403, "demo-only-synthetic");
        }
        SignInPlace place = new SignInPlace(request.getRemoteAddr(), "", Optional.empty());
        return sessions.open(person, profile.name(), place, SignInWay.DEMONSTRATION, true, true)
                .token();
    }

    private static boolean isFromThisMachine(HttpServletRequest request) {
        if (FORWARDED.stream().anyMatch(header -> request.getHeader(header) != null)) {
            return false;
        }
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
