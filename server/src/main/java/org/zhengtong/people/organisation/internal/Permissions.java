package org.zhengtong.people.organisation.internal;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.BlindIndex;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.ItemScope;
import org.zhengtong.people.organisation.Role;

/** The integrity codes of rows that say who may do what. */
@Component
class Permissions {
    private static final String STAFF = "organisation.staff";
    private static final String ABSENCE = "organisation.absence";

    private final BlindIndex codes;

    Permissions(BlindIndex codes) {
        this.codes = codes;
    }

    /** Without items it is the code from before there were any, so that no row has to be sealed anew. */
    byte[] code(PersonId person, String body, String post, Set<Role> roles, ItemScope items) {
        String names = roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
        String whole = String.join("\n", person.value().toString(), body, names, post);
        return codes.of(items.isAll() ? whole : whole + "\n" + String.join(",", new TreeSet<>(items.items())), STAFF);
    }

    byte[] code(PersonId person, PersonId deputy, LocalDate from, LocalDate until) {
        return codes.of(
                String.join(
                        "\n", person.value().toString(), deputy.value().toString(), from.toString(), until.toString()),
                ABSENCE);
    }

    static boolean fits(byte @Nullable [] kept, byte[] computed) {
        return kept != null && MessageDigest.isEqual(kept, computed);
    }
}
