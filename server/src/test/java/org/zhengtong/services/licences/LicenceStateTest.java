package org.zhengtong.services.licences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LicenceStateTest {

    @Test
    void a_detained_licence_can_be_given_back() {
        assertThat(LicenceState.VALID.mayBecome(LicenceState.DETAINED)).isTrue();
        assertThat(LicenceState.DETAINED.mayBecome(LicenceState.VALID)).isTrue();
    }

    @Test
    void what_has_ended_stays_ended() {
        for (LicenceState next : LicenceState.values()) {
            assertThat(LicenceState.REVOKED.mayBecome(next)).isFalse();
            assertThat(LicenceState.CANCELLED.mayBecome(next)).isFalse();
            assertThat(LicenceState.WITHDRAWN.mayBecome(next)).isFalse();
            assertThat(LicenceState.TRANSFERRED.mayBecome(next)).isFalse();
        }
    }

    @Test
    void nobody_sets_expiry_by_hand() {
        for (LicenceState state : LicenceState.values()) {
            assertThat(state.mayBecome(LicenceState.EXPIRED)).isFalse();
        }
    }
}
