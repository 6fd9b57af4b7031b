package org.zhengtong.people.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.audit.Leaf;
import org.zhengtong.ground.outbox.Deliveries;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Telephones;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class TelephoneTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Telephones telephones;

    @Autowired
    Deliveries deliveries;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private People.Someone someone;
    private Browser own;

    @BeforeEach
    void somebody() {
        someone = new People(identity).someone("李云溪");
        own = new Browser(port);
        own.signIn(someone.phone(), People.PASSWORD);
    }

    @Test
    void the_code_that_was_sent_confirms_the_telephone() {
        assertThat(own.get("/my/profile").body()).contains("未确认", "href=\"/my/telephone\"");

        assertThat(Browser.location(own.post("/my/telephone/send"))).isEqualTo("/my/telephone?sent=true");
        deliveries.runDue();
        HttpResponse<String> wrong = own.post("/my/telephone", "code", "12345x");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("<title>错误:确认手机号").doesNotContain("??");
        assertThat(Browser.location(own.post("/my/telephone", "code", code(), "next", "/items")))
                .isEqualTo("/items");

        assertThat(telephones.isConfirmed(someone.id())).isTrue();
        assertThat(own.get("/my/profile?done=telephone").body())
                .contains("手机号已确认")
                .doesNotContain("未确认", "??");
        assertThat(trail.find(AuditQuestion.about(someone.id().value(), 30)).stream()
                        .map(Leaf::action))
                .contains("identity.confirm-telephone");
    }

    @Test
    void a_code_is_good_for_ten_minutes_and_five_tries_and_five_are_sent_a_day() {
        own.post("/my/telephone/send");
        String late = code();
        clock.advance(Duration.ofMinutes(11));
        assertThat(Browser.location(own.post("/my/telephone", "code", late))).isEqualTo("/my/telephone?over=true");

        own.post("/my/telephone/send");
        String code = code();
        for (int i = 0; i < 5; i++) {
            own.post("/my/telephone", "code", "wrong" + i);
        }
        assertThat(Browser.location(own.post("/my/telephone", "code", code))).isEqualTo("/my/telephone?over=true");
        for (int i = 0; i < 3; i++) {
            own.post("/my/telephone/send");
        }
        assertThat(own.post("/my/telephone/send").statusCode()).isEqualTo(429);
    }

    @Test
    void another_number_is_confirmed_anew_and_the_one_before_is_told() {
        own.post("/my/telephone/send");
        own.post("/my/telephone", "code", code());
        String next = People.phone();

        assertThat(Browser.location(
                        own.post("/my/profile/contact", "phone", next, "address", "", "password", People.PASSWORD)))
                .isEqualTo("/my/telephone");

        assertThat(telephones.isConfirmed(someone.id())).isFalse();
        assertThat(beforeRows()).doesNotContain(someone.phone()).isNotEmpty();
        deliveries.runDue();
        assertThat(beforeRows()).as("told, and forgotten").isEmpty();
    }

    @Test
    void the_same_number_stays_confirmed() {
        own.post("/my/telephone/send");
        own.post("/my/telephone", "code", code());

        own.post("/my/profile/contact", "phone", someone.phone(), "address", "云溪区纸鸢路 1 号", "password", People.PASSWORD);

        assertThat(telephones.isConfirmed(someone.id())).isTrue();
    }

    private String code() {
        return own.get("/my/telephone?sent=true").body().replaceAll("(?s).*验证码是 ([0-9]{6})。.*", "$1");
    }

    private String beforeRows() {
        return database.sql("""
                        select coalesce(string_agg(b::text, ' '), '') from identity.telephone_before b
                        where person = :person
                        """)
                .param("person", someone.id().value())
                .query(String.class)
                .single();
    }
}
