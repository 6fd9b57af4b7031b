package org.zhengtong.people.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.people.organisation.Role.ACCEPTANCE;
import static org.zhengtong.people.organisation.Role.AUDIT_ADMINISTRATOR;
import static org.zhengtong.people.organisation.Role.DECISION;
import static org.zhengtong.people.organisation.Role.SECURITY_ADMINISTRATOR;
import static org.zhengtong.people.organisation.Role.SYSTEM_ADMINISTRATOR;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AdministrationTest {
    @Test
    void one_administration_goes_with_other_duties() {
        assertThat(Administration.isSeparated(Set.of())).isTrue();
        assertThat(Administration.isSeparated(Set.of(ACCEPTANCE, DECISION))).isTrue();
        assertThat(Administration.isSeparated(Set.of(ACCEPTANCE, SYSTEM_ADMINISTRATOR)))
                .isTrue();
    }

    @Test
    void two_administrations_never_go_together() {
        assertThat(Administration.isSeparated(Set.of(SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR)))
                .isFalse();
        assertThat(Administration.isSeparated(Set.of(SYSTEM_ADMINISTRATOR, AUDIT_ADMINISTRATOR)))
                .isFalse();
        assertThat(Administration.isSeparated(Set.of(SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR)))
                .isFalse();
    }
}
