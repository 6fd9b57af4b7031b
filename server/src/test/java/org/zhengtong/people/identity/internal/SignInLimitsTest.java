package org.zhengtong.people.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhengtong.testing.TestClock;

class SignInLimitsTest {
    private final TestClock clock = new TestClock();
    private final SignInLimits limits = new SignInLimits(clock);

    @Test
    void five_wrong_tries_are_borne_and_then_one_a_minute() {
        assertThat(tries(5, "li", "10.0.0.1")).containsOnly(true);
        assertThat(limits.waitUntil("li", "10.0.0.1")).contains(clock.instant().plusSeconds(60));

        clock.advance(Duration.ofSeconds(60));

        assertThat(tries(2, "li", "10.0.0.1")).containsExactly(true, false);
    }

    @Test
    void somebody_guessing_elsewhere_does_not_shut_the_owner_out() {
        for (int address = 0; address < 10; address++) {
            tries(10, "li", "10.0.1." + address);
        }

        assertThat(limits.waitUntil("li", "10.0.2.1")).isEmpty();
    }

    @Test
    void even_a_thousand_addresses_shut_the_owner_out_for_ten_seconds_only() {
        for (int address = 0; address < 1000; address++) {
            tries(1, "li", "10.1." + address / 256 + "." + address % 256);
        }

        assertThat(limits.waitUntil("li", "10.0.2.1"))
                .hasValueSatisfying(again ->
                        assertThat(again).isBeforeOrEqualTo(clock.instant().plusSeconds(10)));
    }

    @Test
    void ten_thousand_strange_addresses_take_no_try_from_a_known_device() {
        for (int address = 0; address < 10_000; address++) {
            tries(1, "li", "10." + address / 65536 + "." + address / 256 % 256 + "." + address % 256);
        }
        assertThat(limits.waitUntil("li", "10.9.9.9")).isPresent();

        for (int i = 0; i < 10; i++) {
            assertThat(limits.waitUntilOnKnown("li", "the owner's telephone")).isEmpty();
        }
        assertThat(limits.waitUntilOnKnown("li", "the owner's telephone"))
                .contains(clock.instant().plusSeconds(30));
        assertThat(limits.waitUntilOnKnown("wang", "the owner's telephone")).isEmpty();
    }

    @Test
    void one_address_cannot_try_one_password_on_everybody() {
        List<Boolean> tried = IntStream.range(0, 100)
                .mapToObj(account ->
                        limits.waitUntil("account" + account, "10.0.0.9").isEmpty())
                .toList();

        assertThat(tried.stream().filter(let -> let).count()).isEqualTo(30);
    }

    @Test
    void right_passwords_cost_nothing() {
        for (int i = 0; i < 500; i++) {
            assertThat(limits.waitUntil("li", "10.0.0.1")).isEmpty();
            limits.wasRight("li", "10.0.0.1");
        }
    }

    private List<Boolean> tries(int count, String account, String address) {
        return IntStream.range(0, count)
                .mapToObj(i -> limits.waitUntil(account, address).isEmpty())
                .toList();
    }
}
