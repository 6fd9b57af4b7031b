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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql:city",
                "jdbc:postgresql:///city",
                "jdbc:postgresql://localhost/city?user=zt",
                "jdbc:postgresql://127.0.0.1:5433,[::1]/city",
                "jdbc:postgresql://a,b/city?user=zt&sslmode=disable"
            })
    void an_address_for_jdbc_on_this_machine_or_with_a_word_on_tls_stays_as_it_is(String address) {
        assertThat(DatabaseAddress.parse(address).jdbcUrl()).isEqualTo(address);
    }

    @Test
    void another_machine_is_spoken_to_by_tls_and_only_when_it_is_the_one_that_is_named() {
        String trusted = "sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";

        assertThat(DatabaseAddress.parse("postgres://zt:x@db.example/city").jdbcUrl())
                .isEqualTo("jdbc:postgresql://db.example:5432/city?" + trusted);
        assertThat(DatabaseAddress.parse("jdbc:postgresql://localhost,b/city?user=zt")
                        .jdbcUrl())
                .isEqualTo("jdbc:postgresql://localhost,b/city?user=zt&" + trusted);
        assertThat(DatabaseAddress.parse("jdbc:postgresql://localhost.example/city?sslrootcert=/etc/zt/ca.pem")
                        .jdbcUrl())
                .isEqualTo("jdbc:postgresql://localhost.example/city?sslrootcert=/etc/zt/ca.pem&sslmode=verify-full");
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
