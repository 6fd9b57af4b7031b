package org.zhengtong.people.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class SessionListTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Sessions sessions;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private People.Someone someone;

    @BeforeEach
    void somebody() {
        someone = new People(identity).someone("李云溪");
    }

    @Test
    void each_session_says_where_when_and_by_what_it_began() {
        Browser browser = signedIn();

        assertThat(browser.get("/my/profile").body())
                .contains("127.0.0.1", "<td>密码", "这台设备")
                .doesNotContain("??");
        assertThat(database.sql("select string_agg(s::text, ' ') from identity.session s where person = :person")
                        .param("person", someone.id().value())
                        .query(String.class)
                        .single())
                .doesNotContain("127.0.0.1");
    }

    @Test
    void all_other_sessions_end_with_one_button_and_by_one_call() {
        Browser here = signedIn();
        List<SessionToken> elsewhere = List.of(token(signedIn()), token(signedIn()));

        assertThat(Browser.location(here.post("/my/profile/sessions/close-others")))
                .isEqualTo("/my/profile?done=sessions");

        assertThat(elsewhere)
                .allSatisfy(token -> assertThat(sessions.find(token)).isEmpty());
        assertThat(here.get("/my/profile?done=sessions").body()).contains("其他设备已全部退出");
        SessionToken again = token(signedIn());
        here.send(HttpRequest.newBuilder(here.address("/api/v1/sessions/others"))
                .header("Authorization", "Bearer " + here.cookie("zt_session"))
                .DELETE());
        assertThat(sessions.find(again)).isEmpty();
        assertThat(sessions.find(token(here))).isPresent();
    }

    @Test
    void in_more_than_twenty_places_the_one_longest_not_used_ends() {
        List<SessionToken> tokens = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            clock.advance(Duration.ofSeconds(1));
            tokens.add(token(signedIn()));
        }

        assertThat(sessions.find(tokens.getFirst())).isEmpty();
        assertThat(tokens.subList(1, 21))
                .allSatisfy(token -> assertThat(sessions.find(token)).isPresent());
    }

    @Test
    void who_signed_in_and_who_tried_is_there_for_the_person_to_read() {
        Browser browser = signedIn();
        new Browser(port).signIn(someone.phone(), "not the password");

        assertThat(browser.get("/my/security").body())
                .contains("已登录", "没有通过", "密码")
                .doesNotContain("??");
    }

    private Browser signedIn() {
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }

    private static SessionToken token(Browser browser) {
        return new SessionToken(browser.cookie("zt_session"));
    }
}
