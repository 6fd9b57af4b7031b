package org.zhengtong.ground.regions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengtong.ground.regions.Region;
import org.zhengtong.ground.regions.Regions;

class BundledRegionsTest {
    private static final Regions REGIONS = new BundledRegions();

    @ParameterizedTest
    @CsvSource({
        "33, 33, 浙江省",
        "330000, 33, 浙江省",
        "330100, 3301, 杭州市",
        "110101, 110101, 东城区",
        "110101000000, 110101, 东城区",
        "110101001, 110101001, 东华门街道",
        "110101001000, 110101001, 东华门街道",
        "330000000000, 33, 浙江省"
    })
    void a_division_is_found_by_its_code_with_and_without_zeros(String code, String found, String name) {
        assertThat(REGIONS.find(code)).contains(new Region(found, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "99", "339902", "110199", "浙江", "1101010011234", "110101001001"})
    void what_is_no_division_is_not_found(String code) {
        assertThat(REGIONS.find(code)).isEmpty();
    }

    @Test
    void the_parts_of_a_division_are_its_direct_ones() {
        assertThat(REGIONS.within(""))
                .hasSize(31)
                .allMatch(region -> region.code().length() == 2);
        assertThat(REGIONS.within("33"))
                .extracting(Region::name)
                .contains("杭州市", "宁波市")
                .hasSize(11);
        assertThat(REGIONS.within("110101")).allMatch(region -> region.code().startsWith("110101"));
        assertThat(REGIONS.within("110101001")).isEmpty();
        assertThat(REGIONS.within("99")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"110101001, 北京市东城区东华门街道", "330106, 浙江省杭州市西湖区", "441900003, 广东省东莞市东城街道", "110103, 北京市"})
    void the_whole_name_leaves_out_what_nobody_speaks(String code, String name) {
        assertThat(REGIONS.fullName(code)).isEqualTo(name);
    }
}
