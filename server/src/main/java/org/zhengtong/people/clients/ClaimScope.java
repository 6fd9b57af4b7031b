package org.zhengtong.people.clients;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a client may be told of a person. Its words are the messages {@code clients.scope.<name>}. The identity number is
 * none of it.
 */
public enum ClaimScope {
    /** That it is the same person as before, by a name only this client knows them by. */
    OPENID,
    PROFILE,
    PHONE,
    LEVEL,
    FIRMS;

    /** As it stands in a request. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ClaimScope> of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }

    /** Those that are known; what is not is asked of others. */
    public static Set<ClaimScope> known(Collection<String> words) {
        Set<ClaimScope> scopes = EnumSet.noneOf(ClaimScope.class);
        words.forEach(word -> of(word).ifPresent(scopes::add));
        return scopes;
    }

    /** By the names of the constants. */
    public static Set<ClaimScope> named(String... names) {
        Set<ClaimScope> scopes = EnumSet.noneOf(ClaimScope.class);
        for (String name : names) {
            scopes.add(valueOf(name));
        }
        return scopes;
    }

    public static String words(Collection<ClaimScope> scopes) {
        return scopes.stream().sorted().map(ClaimScope::word).collect(Collectors.joining(" "));
    }
}
