package org.zhengtong.people.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengtong.people.identity.IdentityNumber.Reading;

class IdentityNumberTest {
    private static final List<String> PUBLISHED = List.of("11010519491231002X", "440524188001010014");

    @Test
    void the_samples_of_the_standard_are_right() {
        for (String sample : PUBLISHED) {
            assertThat(IdentityNumber.parse(sample)).map(IdentityNumber::value).contains(sample);
        }
    }

    @Test
    void a_number_tells_division_birth_date_and_gender() {
        IdentityNumber number = new IdentityNumber("11010519491231002X");

        assertThat(number.division()).isEqualTo("110105");
        assertThat(number.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(number.gender()).isEqualTo(Gender.FEMALE);
        assertThat(new IdentityNumber("440524188001010014").gender()).isEqualTo(Gender.MALE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002x",
                " 11010519491231002X ",
                "110105 19491231 002X",
                "11010519491231002X",
                "110105-19491231-002X"
            })
    void habits_of_writing_do_not_matter(String typed) {
        assertThat(IdentityNumber.parse(typed)).map(IdentityNumber::value).contains("11010519491231002X");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1101051949123100",
                "11010519491231002XX",
                "A1010519491231002X",
                "1101051949123100X2",
                "010105194912310029",
                "110105194912310o2X",
                "一一〇一〇五一九四九一二三一〇〇二X"
            })
    void another_shape_is_no_number(String typed) {
        assertThat(IdentityNumber.read(typed)).isInstanceOf(Reading.Misshapen.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19490230", "19491331", "19490001", "19490100", "19000229", "17991231", "00000000"})
    void a_date_that_never_was_is_told_apart_from_a_wrong_check(String date) {
        String first17 = "110105" + date + "002";
        String number = first17 + IdentityNumber.check(first17);

        assertThat(IdentityNumber.read(number)).isInstanceOf(Reading.ImpossibleDate.class);
    }

    @Test
    void a_leap_day_is_a_birth_date() {
        String first17 = "110105" + "20000229" + "002";

        assertThat(IdentityNumber.parse(first17 + IdentityNumber.check(first17)))
                .map(IdentityNumber::birthDate)
                .contains(LocalDate.of(2000, 2, 29));
    }

    @Test
    void every_single_wrong_digit_is_noticed() {
        for (String sample : someNumbers(200)) {
            for (int place = 0; place < 17; place++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    if (digit != sample.charAt(place)) {
                        String wrong = sample.substring(0, place) + digit + sample.substring(place + 1);

                        assertThat(IdentityNumber.parse(wrong)).as(wrong).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void every_two_neighbours_changed_with_each_other_are_noticed() {
        for (String sample : someNumbers(500)) {
            for (int place = 0; place < 16; place++) {
                char[] changed = sample.toCharArray();
                if (changed[place] != changed[place + 1]) {
                    changed[place] = sample.charAt(place + 1);
                    changed[place + 1] = sample.charAt(place);

                    assertThat(IdentityNumber.parse(new String(changed)))
                            .as(sample + "@" + place)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void a_number_does_not_give_itself_away_in_logs() {
        IdentityNumber number = new IdentityNumber("11010519491231002X");

        assertThat(number).hasToString("1101************2X");
        assertThatThrownBy(() -> new IdentityNumber("110105194912310021")).hasMessageNotContaining("1101051949");
    }

    private static List<String> someNumbers(int count) {
        long seed = new Random().nextLong();
        System.out.println("IdentityNumberTest seed " + seed);
        Random random = new Random(seed);
        return random.ints(count, 0, 30_000)
                .mapToObj(day -> {
                    LocalDate born = LocalDate.of(1930, 1, 1).plusDays(day);
                    String first17 = "%06d%s%03d"
                            .formatted(
                                    110000 + random.nextInt(500_000),
                                    born.toString().replace("-", ""),
                                    random.nextInt(1000));
                    return first17 + IdentityNumber.check(first17);
                })
                .toList();
    }
}
