package org.zhengtong.people.clients.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.zhengtong.people.clients.Client;

/**
 * Sends the person on to a client. Our pages send forms to ourselves only, and browsers hold every redirect after a form to
 * that; so whoever comes from a form of ours is shown a page that leads on by itself.
 */
final class Onwards {
    private Onwards() {}

    static Object to(
            Client client, URI address, HttpServletRequest request, HttpServletResponse response, Model model) {
        return comesFromUs(request)
                ? page(client, address, response, model)
                : ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build();
    }

    static String page(Client client, URI address, HttpServletResponse response, Model model) {
        response.setHeader("Refresh", "0;url=" + address.toASCIIString());
        model.addAttribute("view", new OnwardsView(client.name(), address.toASCIIString()));
        return "people/clients/onwards";
    }

    private static boolean comesFromUs(HttpServletRequest request) {
        String here = request.getRequestURL().toString().replaceFirst("^(https?://[^/]+).*", "$1") + "/";
        String referer = Objects.requireNonNullElse(request.getHeader(HttpHeaders.REFERER), "");
        return "same-origin".equals(request.getHeader("Sec-Fetch-Site")) || referer.startsWith(here);
    }
}
