package org.zhengtong.ground.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class StrangersUploadsTest {
    private static final byte[] LARGE = new byte[3 << 20];

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    TestClock clock;

    @Test
    void nobody_makes_the_program_take_large_files_apart_before_signing_in() {
        Browser stranger = new Browser(port);
        stranger.get("/sign-in");

        HttpResponse<String> answer = stranger.upload("/my/anything", "file", "photo.png", LARGE);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("请先登录").doesNotContain("??");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(stranger.upload("/my/anything", "file", "photo.png", new byte[10])
                        .statusCode())
                .as("a small one is refused where all forms are")
                .isNotEqualTo(401);
        assertThat(stranger.send(HttpRequest.newBuilder(stranger.address("/my/anything"))
                                .header("Content-Type", "multipart/form-data; boundary=cut")
                                .POST(HttpRequest.BodyPublishers.fromPublisher(
                                        HttpRequest.BodyPublishers.ofByteArray(new byte[10]))))
                        .statusCode())
                .as("nor without telling how large it is")
                .isEqualTo(401);
    }

    @Test
    void who_was_signed_in_until_a_while_ago_is_led_to_sign_in_with_what_they_sent() {
        Browser own = new Browser(port);
        own.signIn(new People(identity).someone("李云溪").phone(), People.PASSWORD);
        own.get("/my/profile");
        clock.advance(Duration.ofHours(3));

        HttpResponse<String> answer = own.upload("/my/profile/contact", "file", "photo.png", LARGE);

        assertThat(answer.statusCode()).isNotEqualTo(401);
        assertThat(Browser.location(answer)).startsWith("/sign-in");
    }
}
