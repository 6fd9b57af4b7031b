package org.zhengtong.people.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.people.identity.LastFour;
import org.zhengtong.people.identity.Party;

/**
 * Compares the end of a number that is never handed out. Each answer is one statement, one opening and one comparison
 * that takes the same time for every outcome: nobody learns from the time it takes whom the house knows.
 */
@Component
class NumberEnds {
    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient database;
    private final FieldCipher cipher;
    private final byte[] nobodysNumber;

    NumberEnds(JdbcClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
        this.nobodysNumber = cipher.seal("#".repeat(18), context(NOBODY));
    }

    boolean with(Party party, LastFour digits) {
        Known known = find(party);
        String opened = cipher.openText(
                known.sealed().orElse(nobodysNumber),
                known.sealed().map(_ -> context(party.id())).orElseGet(() -> context(NOBODY)));
        String number = known.plain().orElse(opened);
        return MessageDigest.isEqual(
                bytes(number.substring(number.length() - digits.value().length())), bytes(digits.value()));
    }

    /** A person's number stands sealed, a firm's code is public. */
    private record Known(Optional<byte[]> sealed, Optional<String> plain) {}

    private Known find(Party party) {
        return switch (party) {
            case Party.Person(var person) ->
                new Known(
                        database.sql("select number_sealed from identity.person where id = :id")
                                .param("id", person.value())
                                .query((row, _) -> row.getBytes(1))
                                .optional(),
                        Optional.empty());
            case Party.Firm(var firm) ->
                new Known(
                        Optional.empty(),
                        database.sql("select uscc from identity.firm where id = :id")
                                .param("id", firm.value())
                                .query(String.class)
                                .optional());
        };
    }

    private static String context(UUID person) {
        return PersonStore.NUMBER + ":" + person;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
