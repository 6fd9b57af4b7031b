package org.zhengtong.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;

class StewardshipTest {
    @ParameterizedTest
    @CsvSource({"000000,1", "330000,2", "339900,3", "339921,4", "339921101,5", "339921101201,6", "339921000000,4"})
    void a_division_tells_its_level(String division, int level) {
        assertThat(Stewardship.level(division)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        // steward at, body of, edits, sees
        "339900,339900,true,true",
        "339900,339900000000,true,true",
        "339900,339921,false,true",
        "339900,339921101,false,true",
        "339921,339900,false,false",
        "339921,339921,true,true",
        "339921,339922,false,false",
        "330000,339900,false,true",
        "339800,339900,false,false",
        "339921101,339921101201,false,true",
        "339921101000,339921101201,false,true"
    })
    void each_level_edits_its_own_and_sees_those_below(String own, String other, boolean edits, boolean sees) {
        assertThat(Stewardship.edits(steward(own, Role.CATALOGUE), body(other))).isEqualTo(edits);
        assertThat(Stewardship.sees(steward(own, Role.CATALOGUE), body(other))).isEqualTo(sees);
    }

    @Test
    void without_the_duty_nobody_edits_or_sees() {
        assertThat(Stewardship.edits(steward("339900", Role.REVIEW), body("339900")))
                .isFalse();
        assertThat(Stewardship.sees(steward("339900", Role.REVIEW), body("339900")))
                .isFalse();
    }

    private static StaffMember steward(String division, Role role) {
        return new StaffMember(new PersonId(new UUID(0, 1)), "何敏", body(division), "岗位", Set.of(role));
    }

    private static Body body(String division) {
        return new Body(new Uscc("11339900990000316P"), "数据局", division, "", "", "1", "2");
    }
}
