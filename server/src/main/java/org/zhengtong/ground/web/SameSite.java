package org.zhengtong.ground.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where somebody may be sent on to: paths of this site and nothing else. */
public final class SameSite {
    /** Long enough for a request of a client that somebody signs in on the way to. */
    private static final int LONGEST = 2000;

    private SameSite() {}

    public static Optional<String> path(@Nullable String text) {
        if (text == null || text.length() > LONGEST || !text.matches("/(?![/\\\\])[!-~&&[^\\\\]]*")) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            boolean here = uri.getScheme() == null && uri.getRawAuthority() == null;
            return here && !text.startsWith("/sign-") ? Optional.of(text) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
