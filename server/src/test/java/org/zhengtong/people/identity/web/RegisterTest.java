package org.zhengtong.people.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class RegisterTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    JdbcClient database;

    @Test
    void a_person_registers_and_is_signed_in_at_once() {
        Browser browser = new Browser(port);
        IdentityNumber number = People.number(LocalDate.of(1988, 8, 8));
        assertThat(browser.get("/register").body())
                .contains("演示环境", "autocomplete=\"new-password\"")
                .doesNotContain("??");

        HttpResponse<String> answer = register(browser, "李注册", number.value(), People.phone());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer)).isEqualTo("/my/telephone?sent=true&next=%2Fitems");
        assertThat(browser.get("/my/profile").body())
                .contains("李注册", number.masked())
                .doesNotContain(number.value(), "??");
        assertThat(identity.findPerson(number)).isPresent();
    }

    @Test
    void neither_number_nor_telephone_nor_address_nor_password_stand_readable_in_the_database() {
        IdentityNumber number = People.number(LocalDate.of(1988, 8, 8));
        String phone = People.phone();
        register(new Browser(port), "李注册", number.value(), phone);

        String rows = database.sql("""
                        select string_agg(encode(number_sealed, 'escape') || encode(phone_sealed, 'escape')
                            || coalesce(encode(address_sealed, 'escape'), '') || password, '')
                        from identity.person where password is not null
                        """).query(String.class).single();

        assertThat(rows).doesNotContain(number.value(), phone, People.PASSWORD).contains("$argon2id$");
    }

    @Test
    void what_is_wrong_stands_above_the_form_and_beside_the_field_and_nothing_typed_is_lost() {
        HttpResponse<String> answer = register(new Browser(port), "李\u202e明", "110105194912310021", "12345");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "<title>错误:",
                        "<a href=\"#number\">",
                        "id=\"number-wrong\"",
                        "aria-invalid=\"true\"",
                        "value=\"110105194912310021\"",
                        "value=\"12345\"")
                .doesNotContain(People.PASSWORD, "??");
    }

    @Test
    void whoever_is_under_age_is_told_who_can_act_for_them() {
        String number = People.number(LocalDate.of(2015, 6, 1)).value();

        assertThat(register(new Browser(port), "李小明", number, People.phone()).body())
                .contains("监护人");
    }

    @Test
    void a_taken_number_and_a_taken_telephone_get_one_and_the_same_answer() {
        People.Someone known = new People(identity).someone("李认识");
        String free = People.number(LocalDate.of(1991, 1, 1)).value();

        String takenNumber = register(new Browser(port), "李注册", known.number().value(), People.phone())
                .body();
        String takenPhone =
                register(new Browser(port), "李注册", free, known.phone()).body();

        assertThat(takenNumber).contains("不能用这个身份证号和手机号注册").doesNotContain("李认识");
        assertThat(takenPhone).contains("不能用这个身份证号和手机号注册").doesNotContain("李认识");
    }

    private static HttpResponse<String> register(Browser browser, String name, String number, String phone) {
        String[] fields = {
            "name",
            name,
            "number",
            number,
            "phone",
            phone,
            "address",
            "云溪市书院路 9 号",
            "password",
            People.PASSWORD,
            "passwordAgain",
            People.PASSWORD,
            "agreed",
            "true",
            "next",
            "/items"
        };
        return browser.post("/register", fields);
    }
}
