package org.zhengtong.people.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.zhengtong.people.identity.PasswordCost;

class PasswordsTest {
    private final Passwords passwords = new Passwords(PasswordCost.STRONG);

    @Test
    void a_hash_is_argon2id_with_its_parameters_and_a_salt_of_its_own() {
        String hash = passwords.hash("风筝飞过云溪的桥");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(passwords.hash("风筝飞过云溪的桥"));
        assertThat(passwords.matches("风筝飞过云溪的桥", Optional.of(hash))).isTrue();
        assertThat(passwords.matches("风筝飞过云溪的塔", Optional.of(hash))).isFalse();
    }

    @Test
    void nobodys_password_opens_nothing() {
        assertThat(passwords.matches("the password of an account that does not exist", Optional.empty()))
                .isFalse();
    }

    @Test
    void one_letter_written_in_two_ways_is_one_letter() {
        String hash = passwords.hash("caf\u00e9 caf\u00e9");

        assertThat(passwords.matches("cafe\u0301 cafe\u0301", Optional.of(hash)))
                .isTrue();
    }

    @Test
    void the_program_hashes_at_full_cost() {
        try (AnnotationConfigApplicationContext program = new AnnotationConfigApplicationContext(Passwords.class)) {
            assertThat(program.getBean(Passwords.class).hash("风筝飞过云溪的桥")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        }
    }
}
