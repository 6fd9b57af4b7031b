package org.zhengtong.people.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodesTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, SHA-1: of the eight digits there the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codes_are_those_of_the_standard(long second, String code) {
        assertThat(TimeCodes.code(SECRET, TimeCodes.step(Instant.ofEpochSecond(second))))
                .isEqualTo(code.substring(2));
    }

    /** RFC 4226, appendix D: the counter itself instead of the time. */
    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "9, 520489"})
    void counters_give_the_codes_of_the_older_standard(long step, String code) {
        assertThat(TimeCodes.code(SECRET, step)).isEqualTo(code);
    }

    @Test
    void a_clock_may_be_wrong_by_one_step_and_not_by_two() {
        Instant now = Instant.ofEpochSecond(1_111_111_109);
        long here = TimeCodes.step(now);

        for (long step = here - 1; step <= here + 1; step++) {
            assertThat(TimeCodes.stepOf(SECRET, TimeCodes.code(SECRET, step), now))
                    .hasValue(step);
        }
        assertThat(TimeCodes.stepOf(SECRET, TimeCodes.code(SECRET, here - 2), now))
                .isEmpty();
        assertThat(TimeCodes.stepOf(SECRET, TimeCodes.code(SECRET, here + 2), now))
                .isEmpty();
        assertThat(TimeCodes.stepOf(SECRET, "", now)).isEmpty();
    }

    @Test
    void secrets_are_typed_in_the_letters_of_the_standard() {
        assertThat(TimeCodes.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
