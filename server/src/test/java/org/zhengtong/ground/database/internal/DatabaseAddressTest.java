package org.zhengtong.ground.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengtong.ground.start.CannotStart;

class DatabaseAddressTest {

    @Test
    void an_address_as_administrators_write_it_becomes_one_for_jdbc() {
        assertThat(DatabaseAddress.parse("postgres://zt:geheim+1%40@db.example:5433/city?sslmode=require"))
                .isEqualTo(new DatabaseAddress(
                        "jdbc:postgresql://db.example:5433/city?sslmode=require",
                        Optional.of("zt"),
                        Optional.of("geheim+1@")));
    }

    @Test
    void the_usual_port_is_taken_when_none_is_named() {
        assertThat(DatabaseAddress.parse("postgresql://localhost/city"))
                .isEqualTo(new DatabaseAddress(
                        "jdbc:postgresql://localhost:5432/city", Optional.empty(), Optional.empty()));
    }

    @Test
    void an_address_for_jdbc_stays_as_it_is() {
        assertThat(DatabaseAddress.parse("jdbc:postgresql://a,b/city?user=zt").jdbcUrl())
                .isEqualTo("jdbc:postgresql://a,b/city?user=zt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://zt:secret@host/city", "postgres://zt:secret word@host/city", "secret"})
    void another_address_is_answered_with_the_right_form_and_without_the_password(String address) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> DatabaseAddress.parse(address))
                .withMessageNotContaining("secret")
                .withNoCause()
                .extracting(CannotStart::remedy)
                .asString()
                .contains("postgres://user:password@host:5432/name");
    }
}
