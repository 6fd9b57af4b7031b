package org.zhengtong.people.clients.web;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengtong.people.clients.Authorizations;
import org.zhengtong.people.clients.Authorizations.Consent;
import org.zhengtong.people.clients.ClaimScope;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.MobileNumber;
import org.zhengtong.people.identity.SignedIn;

/** Shows a person what a client would be told. */
@Component
class ConsentWords {
    private final Authorizations authorizations;
    private final Identity identity;

    ConsentWords(Authorizations authorizations, Identity identity) {
        this.authorizations = authorizations;
        this.identity = identity;
    }

    ConsentView view(SignedIn me, Asked.Rightly asked) {
        Optional<Consent> before = authorizations.consent(me.person(), asked.client());
        Set<ClaimScope> allowed = before.map(Consent::scopes).orElse(Set.of());
        return new ConsentView(
                asked.client(),
                authorizations.bodyName(asked.client()),
                asked.order().scopes().stream()
                        .sorted()
                        .map(scope -> new ConsentView.Telling(scope, value(me, scope), allowed.contains(scope)))
                        .toList(),
                before,
                URLUtils.serializeParameters(asked.parameters()));
    }

    private List<String> value(SignedIn me, ClaimScope scope) {
        return switch (scope) {
            case OPENID, LEVEL -> List.of();
            case PROFILE -> List.of(me.name());
            case PHONE -> List.of(MobileNumber.mask(identity.person(me.person()).phone()));
            case FIRMS ->
                identity.firmsOf(me.person()).stream().map(firm -> firm.name()).toList();
        };
    }
}
