package org.zhengtong.people.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class LockoutTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    TestClock clock;

    /** The address, which all tests share, has all its tries again. */
    @BeforeEach
    void afterAWhile() {
        clock.advance(Duration.ofMinutes(10));
    }

    @Test
    void a_stranger_who_guesses_shuts_nobody_out_of_their_own_device() {
        People.Someone someone = new People(identity).someone("李云溪");
        Browser own = new Browser(port);
        own.signIn(someone.phone(), People.PASSWORD);
        own.post("/sign-out");
        assertThat(own.cookie("zt_device")).hasSize(43);
        Browser stranger = new Browser(port);
        for (int i = 0; i < 8; i++) {
            stranger.signIn(someone.phone(), "guess number " + i);
        }
        assertThat(stranger.signIn(someone.phone(), People.PASSWORD).statusCode())
                .isEqualTo(429);

        assertThat(own.signIn(someone.phone(), "mistyped").statusCode()).isEqualTo(422);
        assertThat(own.signIn(someone.phone(), People.PASSWORD).statusCode()).isEqualTo(302);
        assertThat(own.get("/my/security").body()).contains("没有通过");
    }

    @Test
    void a_known_device_has_tries_of_its_own_and_not_without_end() {
        People.Someone someone = new People(identity).someone("李云溪");
        Browser own = new Browser(port);
        own.signIn(someone.phone(), People.PASSWORD);
        for (int i = 0; i < 10; i++) {
            assertThat(own.signIn(someone.phone(), "guess number " + i).statusCode())
                    .isEqualTo(422);
        }

        assertThat(own.signIn(someone.phone(), People.PASSWORD).statusCode()).isEqualTo(429);
        clock.advance(Duration.ofSeconds(31));
        assertThat(own.signIn(someone.phone(), People.PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void the_device_of_one_person_is_a_stranger_to_another_ones_account() {
        People people = new People(identity);
        People.Someone thief = people.someone("张三四");
        People.Someone victim = people.someone("李云溪");
        Browser device = new Browser(port);
        device.signIn(thief.phone(), People.PASSWORD);
        for (int i = 0; i < 5; i++) {
            device.signIn(victim.phone(), "guess number " + i);
        }

        assertThat(device.signIn(victim.phone(), People.PASSWORD).statusCode()).isEqualTo(429);
    }
}
