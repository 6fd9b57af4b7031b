package org.zhengtong.people.clients.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengtong.people.clients.ClaimScope;
import org.zhengtong.people.clients.Client;
import org.zhengtong.people.identity.Accounts;
import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.MobileNumber;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonProfile;

/** What a client is told of a person, by what the person allows. */
@Component
class PersonalClaims {
    private final Identity identity;
    private final Accounts accounts;
    private final PairwiseNames names;

    PersonalClaims(Identity identity, Accounts accounts, PairwiseNames names) {
        this.identity = identity;
        this.accounts = accounts;
        this.names = names;
    }

    Map<String, Object> of(PersonId person, Client client, Set<ClaimScope> scopes) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", names.subject(client, person));
        PersonProfile profile = identity.person(person);
        if (scopes.contains(ClaimScope.PROFILE)) {
            claims.put("name", profile.name());
        }
        if (scopes.contains(ClaimScope.PHONE)) {
            MobileNumber.parse(profile.phone()).ifPresent(phone -> claims.put("phone_number", "+86" + phone.value()));
        }
        if (scopes.contains(ClaimScope.LEVEL)) {
            claims.put(
                    "real_name_level",
                    accounts.realNameOf(person).name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        if (scopes.contains(ClaimScope.FIRMS)) {
            claims.put("firms", firms(person));
        }
        return claims;
    }

    private List<Map<String, String>> firms(PersonId person) {
        return identity.firmsOf(person).stream().map(PersonalClaims::firm).toList();
    }

    private static Map<String, String> firm(FirmProfile firm) {
        return Map.of("name", firm.name(), "uscc", firm.uscc().value());
    }
}
