package org.zhengtong.people.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.LastFour;
import org.zhengtong.people.identity.NewFirm;
import org.zhengtong.people.identity.NewPerson;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.testing.People;
import org.zhengtong.testing.RoomSchema;
import org.zhengtong.testing.TestClock;

class NumberEndsTest {
    private static final PersonId PERSON = new PersonId(new UUID(0, 1));
    private static final FirmId FIRM = new FirmId(new UUID(0, 2));

    private final CountingCipher cipher = new CountingCipher();
    private final IdentityNumber number = People.number(LocalDate.of(1990, 5, 17));
    private final Uscc code = People.uscc();
    private NumberEnds ends;

    @BeforeEach
    void onePersonAndOneFirm() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(RoomSchema.fresh("people", "identity"));
        JdbcClient sql = JdbcClient.create(database);
        new PersonStore(sql, cipher, (value, field) -> (field + value).getBytes(StandardCharsets.UTF_8))
                .add(
                        PERSON.value(),
                        new NewPerson(
                                "林小满",
                                number,
                                People.phone(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                true),
                        Optional.empty(),
                        TestClock.START);
        new FirmStore(sql, cipher)
                .add(
                        FIRM.value(),
                        new NewFirm(code, "青石公司", "王法定", Optional.empty(), Optional.empty(), PERSON, true),
                        TestClock.START);
        ends = new NumberEnds(sql, cipher);
    }

    @Test
    void the_end_of_a_persons_number_and_of_a_firms_code_is_known() {
        assertThat(ends.with(new Party.Person(PERSON), end(number.value()))).isTrue();
        assertThat(ends.with(new Party.Firm(FIRM), end(code.value()))).isTrue();
        assertThat(ends.with(new Party.Person(PERSON), end(code.value()))).isFalse();
        assertThat(ends.with(new Party.Firm(FIRM), end(number.value()))).isFalse();
    }

    @Test
    void every_answer_costs_one_opening_whomever_it_is_about() {
        Party[] parties = {
            new Party.Person(PERSON),
            new Party.Firm(FIRM),
            new Party.Person(new PersonId(new UUID(9, 9))),
            new Party.Firm(new FirmId(new UUID(9, 9)))
        };
        for (Party party : parties) {
            for (String digits : new String[] {
                "0000", number.value().substring(14), code.value().substring(14)
            }) {
                cipher.opened.set(0);

                ends.with(party, new LastFour(digits));

                assertThat(cipher.opened).as(party.toString()).hasValue(1);
            }
        }
    }

    private static LastFour end(String number) {
        return new LastFour(number.substring(14));
    }

    /** Not a cipher: keeps the promise that a value opens only where it was sealed, and counts. */
    static final class CountingCipher implements FieldCipher {
        private final AtomicInteger opened = new AtomicInteger();

        @Override
        public byte[] seal(byte[] plain, String context) {
            return seal(new String(plain, StandardCharsets.UTF_8), context);
        }

        @Override
        public byte[] open(byte[] sealed, String context) {
            return openText(sealed, context).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] seal(String plain, String context) {
            return (context + "\n" + plain).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String openText(byte[] sealed, String context) {
            opened.incrementAndGet();
            String text = new String(sealed, StandardCharsets.UTF_8);
            if (!text.startsWith(context + "\n")) {
                throw new IllegalStateException("sealed in another place");
            }
            return text.substring(context.length() + 1);
        }
    }
}
