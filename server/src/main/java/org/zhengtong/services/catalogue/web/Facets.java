package org.zhengtong.services.catalogue.web;

import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.services.catalogue.Audience;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * By what a person browses; each is part of the address, so that every choice is a link.
 *
 * @param who {@code person} or {@code firm}
 * @param body the USCC of the body
 */
public record Facets(Optional<String> event, Optional<String> who, Optional<String> body) {

    boolean fits(ServiceItem item) {
        return event.map(item.lifeEvent()::equals).orElse(true)
                && who.map(name -> item.isFor(audience(name))).orElse(true)
                && body.map(item.bodyUscc()::equals).orElse(true);
    }

    /** A bundle belongs to no single body. */
    boolean fits(Bundle bundle) {
        return event.map(bundle.lifeEvent()::equals).orElse(true)
                && who.map(name -> bundle.audience().contains(audience(name))).orElse(true)
                && body.isEmpty();
    }

    public boolean any() {
        return event.isPresent() || who.isPresent() || body.isPresent();
    }

    public String withEvent(Optional<String> name) {
        return address(new Facets(name, who, body));
    }

    public String withWho(Optional<String> name) {
        return address(new Facets(event, name, body));
    }

    public String withBody(Optional<String> uscc) {
        return address(new Facets(event, who, uscc));
    }

    Facets withoutEvent() {
        return new Facets(Optional.empty(), who, body);
    }

    Facets withoutBody() {
        return new Facets(event, who, Optional.empty());
    }

    /** The same choices, further down the list. */
    String atPage(int page) {
        return builder(this).queryParam("page", page).encode().build().toUriString();
    }

    private static String address(Facets facets) {
        return builder(facets).encode().build().toUriString();
    }

    private static UriComponentsBuilder builder(Facets facets) {
        return UriComponentsBuilder.fromPath("/items")
                .queryParamIfPresent("event", facets.event())
                .queryParamIfPresent("who", facets.who())
                .queryParamIfPresent("body", facets.body());
    }

    private static Audience audience(String name) {
        return name.equals("firm") ? Audience.FIRM : Audience.PERSON;
    }
}
