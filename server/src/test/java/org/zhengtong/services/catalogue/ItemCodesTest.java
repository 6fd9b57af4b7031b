package org.zhengtong.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zhengtong.people.identity.Uscc;

class ItemCodesTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Test
    void the_sample_of_the_national_schema_is_taken_apart() {
        ItemCode code = new ItemCode("11370800MB285591843370117002011");

        assertThat(code.bodyUscc()).isEqualTo("11370800MB28559184");
        assertThat(code.level()).isEqualTo(3);
        assertThat(code.base().keeper()).isEqualTo("37");
        assertThat(code.base().type()).isEqualTo(ItemType.LICENSING);
        assertThat(code.base().main()).isEqualTo(17002);
        assertThat(code.base().sub()).isEqualTo(11);
    }

    @Test
    void every_code_made_by_rule_is_read_back_as_it_was_made() {
        Random random = seeded();
        for (int round = 0; round < 2000; round++) {
            HandlingCode code = any(random);

            assertThat(HandlingCode.parse(code.toString())).contains(code);
            assertThat(ItemCode.parse(code.entry().value())).contains(code.entry());
            assertThat(BaseCode.parse(code.entry().base().value()))
                    .contains(code.entry().base());
            assertThat(ItemCode.of(
                            new Uscc(code.entry().bodyUscc()),
                            code.entry().level(),
                            code.entry().base()))
                    .isEqualTo(code.entry());
        }
    }

    @Test
    void every_single_wrong_character_in_the_bodys_part_is_found() {
        Random random = seeded();
        for (int round = 0; round < 50; round++) {
            HandlingCode code = any(random);
            for (int place = 0; place < 18; place++) {
                for (int other = 0; other < ALPHABET.length(); other++) {
                    StringBuilder wrong = new StringBuilder(code.toString());
                    wrong.setCharAt(place, ALPHABET.charAt(other));
                    boolean same = wrong.toString().equals(code.toString());

                    assertThat(HandlingCode.parse(wrong.toString()).isPresent())
                            .as(wrong.toString())
                            .isEqualTo(same);
                    assertThat(ItemCode.parse(wrong.substring(0, 31)).isPresent())
                            .isEqualTo(same);
                }
            }
        }
    }

    @Test
    void what_is_too_long_too_short_or_of_no_type_is_no_code() {
        Random random = seeded();
        String code = any(random).toString();
        for (int length = 0; length < code.length(); length++) {
            assertThat(HandlingCode.parse(code.substring(0, length))).isEmpty();
        }
        assertThat(HandlingCode.parse(code + "1")).isEmpty();
        assertThat(BaseCode.parse("009900001000")).isEmpty();
        assertThat(BaseCode.parse("00010000100O")).isEmpty();
        assertThat(ItemCode.parse(code.substring(0, 18) + "8" + code.substring(19, 31)))
                .isEmpty();
        assertThat(HandlingCode.parse(code.substring(0, 31) + "00")).isEmpty();
        assertThatThrownBy(() -> new HandlingCode(new ItemCode(code.substring(0, 31)), "1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Random seeded() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        return new Random(seed);
    }

    private static HandlingCode any(Random random) {
        StringBuilder first17 = new StringBuilder();
        for (int i = 0; i < 17; i++) {
            first17.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        Uscc body = new Uscc(first17.toString() + Uscc.check(first17.toString()));
        List<ItemType> types = List.of(ItemType.values());
        ItemType type = types.get(random.nextInt(types.size()));
        BaseCode base =
                BaseCode.of("%02d".formatted(random.nextInt(100)), type, random.nextInt(100_000), random.nextInt(1000));
        ItemCode entry = ItemCode.of(body, 1 + random.nextInt(7), base);
        return new HandlingCode(entry, "%02d".formatted(1 + random.nextInt(99)));
    }
}
