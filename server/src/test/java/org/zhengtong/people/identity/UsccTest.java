package org.zhengtong.people.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsccTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(strings = {"12441500196720244T", "11370800MB28559184", "11110000000021135M", "11100000000013338W"})
    void published_codes_are_right(String sample) {
        assertThat(Uscc.parse(sample)).map(Uscc::value).contains(sample);
        assertThat(Uscc.parse(" " + sample.toLowerCase(java.util.Locale.ROOT).replaceFirst("(..)", "$1 ")))
                .map(Uscc::value)
                .contains(sample);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "11100000000013338",
                "11100000000013338WW",
                "1110000000001333IW",
                "111000000000ｏ338W",
                "111000000000S3338W",
                "11100000000013338V"
            })
    void another_shape_is_no_code(String typed) {
        assertThat(Uscc.parse(typed)).isEmpty();
    }

    @Test
    void every_single_wrong_character_is_noticed() {
        for (String sample : someCodes(200)) {
            for (int place = 0; place < 18; place++) {
                for (int which = 0; which < ALPHABET.length(); which++) {
                    char other = ALPHABET.charAt(which);
                    if (other != sample.charAt(place)) {
                        String wrong = sample.substring(0, place) + other + sample.substring(place + 1);

                        assertThat(Uscc.parse(wrong)).as(wrong).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void every_two_neighbours_changed_with_each_other_are_noticed() {
        for (String sample : someCodes(500)) {
            for (int place = 0; place < 16; place++) {
                char[] changed = sample.toCharArray();
                if (changed[place] != changed[place + 1]) {
                    changed[place] = sample.charAt(place + 1);
                    changed[place + 1] = sample.charAt(place);

                    assertThat(Uscc.parse(new String(changed)))
                            .as(sample + "@" + place)
                            .isEmpty();
                }
            }
        }
    }

    private static List<String> someCodes(int count) {
        long seed = new Random().nextLong();
        System.out.println("UsccTest seed " + seed);
        Random random = new Random(seed);
        return random.ints(count)
                .mapToObj(any -> {
                    StringBuilder first17 = new StringBuilder();
                    while (first17.length() < 17) {
                        first17.append(ALPHABET.charAt(random.nextInt(31)));
                    }
                    return first17.toString() + Uscc.check(first17.toString());
                })
                .toList();
    }
}
