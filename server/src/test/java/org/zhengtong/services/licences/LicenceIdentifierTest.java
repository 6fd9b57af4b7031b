package org.zhengtong.services.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LicenceIdentifierTest {
    private static final String SAMPLE = "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U";
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0",
                SAMPLE,
                "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9",
                "1.2.156.3005.2.11100000000013338W087.11370800MB28559184.37080001202411010001.001.3"
            })
    void published_identifiers_pass_and_are_printed_as_they_were(String published) {
        assertThat(LicenceIdentifier.parse(published))
                .hasValueSatisfying(identifier -> assertThat(identifier).hasToString(published));
    }

    @Test
    void an_identifier_is_read_in_parts() {
        LicenceIdentifier identifier = LicenceIdentifier.parse(SAMPLE).orElseThrow();

        assertThat(identifier)
                .isEqualTo(new LicenceIdentifier("11100000000013338W011", "11430000006122244L", "20230000403", 1));
    }

    @Test
    void every_single_wrong_character_is_refused() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            String good = any(random).toString();
            for (int place = 0; place < good.length(); place++) {
                for (char wrong : (ALPHABET + ".").toCharArray()) {
                    if (wrong != good.charAt(place)) {
                        String bad = good.substring(0, place) + wrong + good.substring(place + 1);
                        assertThat(LicenceIdentifier.parse(bad)).as(bad).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void whatever_is_made_is_read_back() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 1000; round++) {
            LicenceIdentifier identifier = any(random);

            assertThat(LicenceIdentifier.parse(identifier.toString())).contains(identifier);
        }
    }

    @Test
    void spaces_small_letters_and_full_width_characters_are_borne() {
        String pasted = " 1.2.156.3005.2. 11100000000013338w011\n.11430000006122244L。20230000403 .001.u\u200b ";

        assertThat(LicenceIdentifier.parse(pasted))
                .hasValueSatisfying(identifier -> assertThat(identifier).hasToString(SAMPLE));
    }

    @Test
    void a_mistyped_identifier_is_told_from_something_else() {
        assertThat(LicenceIdentifier.read(SAMPLE.replace("403", "430")))
                .isInstanceOf(LicenceIdentifier.Reading.Mistyped.class);
        assertThat(LicenceIdentifier.read("云溪民婚字〔2026〕00012")).isInstanceOf(LicenceIdentifier.Reading.NotOne.class);
        assertThat(LicenceIdentifier.read("")).isInstanceOf(LicenceIdentifier.Reading.NotOne.class);
    }

    @Test
    void the_next_version_has_a_check_of_its_own() {
        LicenceIdentifier first = LicenceIdentifier.parse(SAMPLE).orElseThrow();

        assertThat(first.next().version()).isEqualTo(2);
        assertThat(LicenceIdentifier.parse(first.next().toString())).contains(first.next());
    }

    @Test
    void parts_of_a_wrong_form_make_no_identifier() {
        assertThatThrownBy(() -> new LicenceIdentifier("W011", "11430000006122244L", "1", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LicenceIdentifier("11100000000013338W011", "11430000006122244L", "1", 1000))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LicenceIdentifier any(Random random) {
        return new LicenceIdentifier(
                letters(random, 21),
                letters(random, 18),
                letters(random, 1 + random.nextInt(22)),
                1 + random.nextInt(999));
    }

    private static String letters(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
