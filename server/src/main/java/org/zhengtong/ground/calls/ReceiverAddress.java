package org.zhengtong.ground.calls;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where messages are sent: https, or http to this very machine. */
public record ReceiverAddress(URI uri) {
    private static final int LONGEST = 500;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public static Optional<ReceiverAddress> parse(String text) {
        String typed = text.strip();
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(new URI(typed).toASCIIString()))
                    .filter(ReceiverAddress::isWhole)
                    .map(ReceiverAddress::tidy)
                    .map(ReceiverAddress::new);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    public String host() {
        return uri.getHost();
    }

    public int port() {
        return uri.getPort() != -1 ? uri.getPort() : isSecure() ? 443 : 80;
    }

    public boolean isSecure() {
        return "https".equals(uri.getScheme());
    }

    /** What is asked for there. */
    public String target() {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    @Override
    public String toString() {
        return uri.toString();
    }

    private static boolean isWhole(URI uri) {
        if (uri.getHost() == null || uri.getScheme() == null || uri.getRawUserInfo() != null) {
            return false;
        }
        boolean here = THIS_MACHINE.contains(uri.getHost().toLowerCase(Locale.ROOT));
        boolean kept = "https".equalsIgnoreCase(uri.getScheme()) || (here && "http".equalsIgnoreCase(uri.getScheme()));
        return kept && uri.getRawFragment() == null && uri.getPort() != 0 && uri.getPort() <= 65_535;
    }

    /** Two ways of writing one address are one receiver. */
    private static URI tidy(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return URI.create(uri.getScheme().toLowerCase(Locale.ROOT) + "://"
                + uri.getHost().toLowerCase(Locale.ROOT)
                + (uri.getPort() == -1 ? "" : ":" + uri.getPort())
                + path
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
    }
}
