package org.zhengtong.services.licences.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.zhengtong.ground.web.Problem;

class VerificationLimitTest {

    @Test
    void an_address_that_asks_too_often_is_told_to_wait_and_others_are_not() {
        VerificationLimit limit = new VerificationLimit(3);
        for (int i = 0; i < 3; i++) {
            limit.count("10.0.0.1");
        }

        assertThatThrownBy(() -> limit.count("10.0.0.1")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(429);
            assertThat(problem.code()).isEqualTo("too-many-verifications");
        });
        assertThatCode(() -> limit.count("10.0.0.2")).doesNotThrowAnyException();
    }
}
