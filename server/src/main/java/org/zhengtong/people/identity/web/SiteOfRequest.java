package org.zhengtong.people.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.WebSettings;
import org.zhengtong.people.identity.Passkeys.Site;

/**
 * As what browsers know this program: by its public address, never by what a request says. A program that has none yet and
 * is tried out on one machine is {@code localhost}, at whatever port.
 */
@Component
class SiteOfRequest {
    private final URI address;

    SiteOfRequest(WebSettings settings) {
        this.address = settings.publicAddress();
    }

    Site site(HttpServletRequest request) {
        return isThisMachine()
                ? new Site("http://localhost:" + request.getLocalPort(), "localhost")
                : new Site(origin(), address.getHost());
    }

    /** What links in pictures begin with. */
    String link(String path, HttpServletRequest request) {
        return (isThisMachine() ? "http://localhost:" + request.getLocalPort() : address.toString()) + path;
    }

    private boolean isThisMachine() {
        return "localhost".equals(address.getHost());
    }

    private String origin() {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
