package org.zhengtong.services.licences.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.Deliveries;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceOrder;
import org.zhengtong.services.licences.LicenceState;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.services.messages.Messages;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

/** Holders are told in time that a licence ends, once for each distance, and where to renew it. */
@ZhengtongTest
class EndingRoundTest {
    @LocalServerPort
    int port;

    @Autowired
    EndingRound round;

    @Autowired
    Licences licences;

    @Autowired
    Messages messages;

    @Autowired
    Identity identity;

    @Autowired
    Identifiers identifiers;

    @Autowired
    Deliveries deliveries;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private People.Someone holder;

    @BeforeEach
    void somebody() {
        holder = new People(identity).someone("李小明");
    }

    @AfterEach
    void back() {
        clock.set(TestClock.START);
    }

    @Test
    void each_distance_is_told_once() {
        Licence licence = endingIn(60);

        pass();
        pass();
        assertThat(told(licence)).containsExactly(60);
        clock.advance(Duration.ofDays(29));
        pass();
        assertThat(told(licence)).containsExactly(60);
        clock.advance(Duration.ofDays(1));
        pass();
        clock.advance(Duration.ofDays(23));
        pass();
        clock.advance(Duration.ofDays(7));
        pass();
        clock.advance(Duration.ofDays(1));
        pass();

        assertThat(told(licence)).containsExactly(60, 30, 7);
        assertThat(messages.of(holder.id(), OptionalLong.empty()))
                .extracting(one -> one.what())
                .containsExactly("LICENCE_ENDING", "LICENCE_ENDING", "LICENCE_ENDING");
    }

    @Test
    void one_that_ends_in_days_is_told_of_once_and_not_three_times() {
        Licence licence = endingIn(5);

        pass();

        assertThat(told(licence)).containsExactly(7);
    }

    @Test
    void what_has_ended_otherwise_or_ends_late_is_not_told_of() {
        Licence cancelled = endingIn(20);
        licences.change(cancelled.id(), LicenceState.CANCELLED, "system", "歇业");
        Licence late = endingIn(61);

        pass();

        assertThat(told(cancelled)).isEmpty();
        assertThat(told(late)).isEmpty();
    }

    @Test
    void the_wallet_shows_what_ends_and_where_it_is_renewed() {
        Licence licence = endingIn(20);
        pass();
        Browser browser = new Browser(port);
        browser.signIn(holder.phone(), People.PASSWORD);

        assertThat(browser.get("/my/licences").body())
                .contains("即将到期", "去办延续", "href=\"/items/")
                .doesNotContain("??");
        assertThat(browser.get("/my/licences/" + licence.id()).body())
                .contains("去办延续", "href=\"/items/")
                .doesNotContain("??");
        String list = browser.get("/my/messages").body();
        String message = list.replaceFirst("(?s).*href=\"(/my/messages/[0-9a-f-]{36})\".*", "$1");
        assertThat(browser.get(message).body())
                .contains("快到期了", "/my/licences/" + licence.id())
                .doesNotContain("??");
    }

    private void pass() {
        round.pass();
        deliveries.runDue();
    }

    private List<Integer> told(Licence licence) {
        return database.sql("select days from licences.reminder where licence = :id order by days desc")
                .param("id", licence.id())
                .query(Integer.class)
                .list();
    }

    private Licence endingIn(int days) {
        LicenceOrder order = new LicenceOrder(
                "特种设备作业人员证",
                new Party.Person(holder.id()),
                holder.name(),
                "11339900990000025L",
                "云溪市市场监督管理局",
                LocalDate.now(clock),
                Optional.of(LocalDate.now(clock).plusDays(days)),
                new TreeMap<>(Map.of("姓名", holder.name(), "作业项目", "电梯作业")),
                identifiers.next());
        return Objects.requireNonNull(transaction.execute(_ -> licences.issue(order)));
    }
}
