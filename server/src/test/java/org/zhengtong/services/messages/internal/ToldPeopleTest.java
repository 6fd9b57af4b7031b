package org.zhengtong.services.messages.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.Deliveries;
import org.zhengtong.ground.outbox.OutboxEvent;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.cases.CaseEvent;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.Receipt;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.messages.CaseMessage;
import org.zhengtong.services.messages.CaseMessage.Carriage.State;
import org.zhengtong.services.messages.MessageChannel;
import org.zhengtong.services.messages.Messages;
import org.zhengtong.services.messages.Subscriptions;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class ToldPeopleTest {
    private static final String BODY = "云溪市市场监督管理局";
    private static final Pattern MESSAGE = Pattern.compile("/my/messages/[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final Pattern STOP = Pattern.compile("/messages/stop/[\\w-]+");

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Cases cases;

    @Autowired
    Messages messages;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    CaseMessaging messaging;

    @Autowired
    CarriageStore carriages;

    @Autowired
    SubscriptionStore chosen;

    @Autowired
    LetterWriting writing;

    @Autowired
    Carrying carrying;

    @Autowired
    Deliveries deliveries;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Identifiers identifiers;

    @Autowired
    JdbcClient sql;

    @Autowired
    TestClock clock;

    private People people;
    private People.Someone applicant;
    private Browser citizen;

    @BeforeEach
    void somebody() {
        people = new People(identity);
        applicant = people.someone("林小满");
        citizen = signedIn(applicant);
    }

    @Test
    void a_step_is_told_in_the_house_and_leads_to_the_case() {
        Receipt receipt = filed(new Party.Person(applicant.id()));
        accept(receipt);
        deliveries.runDue();

        HttpResponse<String> list = citizen.get("/my/messages");

        assertThat(list.body())
                .contains("个体工商户设立登记：已受理", receipt.receiptNumber(), "未读", "1 条未读")
                .doesNotContain("提交申请", "??");
        assertThat(citizen.get("/my").body()).contains("1 条未读消息");
        String path = found(MESSAGE, list.body());
        assertThat(citizen.get(path).body())
                .contains("href=\"/my/cases/" + receipt.id().value() + "\"", "现在不需要您做什么")
                .doesNotContain("??");
        assertThat(citizen.get("/my/messages").body()).doesNotContain("未读</span>", "条未读");
        assertThat(signedIn(people.someone("别人")).get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void all_are_marked_as_read_at_once() {
        told(StepKind.ACCEPTED);
        told(StepKind.EXTENDED);

        assertThat(Browser.location(citizen.post("/my/messages/read"))).isEqualTo("/my/messages?done=read");

        assertThat(messages.unread(applicant.id())).isZero();
        assertThat(citizen.get("/my/messages?done=read").body())
                .contains("已全部标为已读")
                .doesNotContain("??");
    }

    @Test
    void every_step_that_is_told_has_its_words() {
        for (StepKind kind : CaseMessage.TOLD) {
            told(kind);
        }
        subscriptions.turnOnSms(applicant.id(), Locale.ENGLISH);
        told(StepKind.ACCEPTED);

        assertThat(citizen.get("/my/messages").body()).doesNotContain("??");
        messages.of(applicant.id(), OptionalLong.empty())
                .forEach(one -> assertThat(
                                citizen.get("/my/messages/" + one.id()).body())
                        .doesNotContain("??"));
    }

    @Test
    void what_a_firm_is_told_is_read_by_whoever_acts_for_it_today() {
        FirmId firm = people.firmOf(applicant.id(), "云溪市青石餐饮有限公司");
        People.Someone successor = people.someone("赵接手");
        accept(filed(new Party.Firm(firm)));
        deliveries.runDue();
        assertThat(messages.unread(applicant.id())).isEqualTo(1);

        identity.appoint(firm, successor.id());

        assertThat(messages.of(applicant.id(), OptionalLong.empty())).isEmpty();
        assertThat(messages.of(successor.id(), OptionalLong.empty())).hasSize(1);
    }

    @Test
    void what_is_delivered_with_the_decision_is_told_with_it() {
        UUID caseId = identifiers.next();
        told(caseId, StepKind.GRANTED);
        told(caseId, StepKind.DELIVERED);
        assertThat(messages.of(applicant.id(), OptionalLong.empty()))
                .extracting(one -> one.what())
                .containsExactly(StepKind.GRANTED.name());

        clock.advance(Duration.ofHours(1));
        told(caseId, StepKind.DELIVERED);

        assertThat(messages.of(applicant.id(), OptionalLong.empty())).hasSize(2);
    }

    @Test
    void an_event_that_comes_twice_is_told_once() {
        OutboxEvent event = event(identifiers.next());
        CaseEvent accepted = caseEvent(event.subject(), StepKind.ACCEPTED);

        transaction.executeWithoutResult(_ -> messaging.handle(event, accepted));
        transaction.executeWithoutResult(_ -> messaging.handle(event, accepted));

        assertThat(messages.of(applicant.id(), OptionalLong.empty())).hasSize(1);
    }

    @Test
    void a_demonstration_says_so_and_shows_what_it_would_have_sent_and_nothing_personal() {
        assertThat(citizen.get("/my/messages/channels").body())
                .contains("演示", "什么也不会真的发出", "139****")
                .doesNotContain("??", applicant.phone());
        citizen.post("/my/messages/channels/sms");
        told(StepKind.CORRECTION_REQUESTED);
        carrying.runDue();

        String page =
                citizen.get(found(MESSAGE, citizen.get("/my/messages").body())).body();

        String letter = page.substring(page.indexOf("<blockquote"), page.indexOf("</blockquote>"));
        assertThat(page).contains("没有真的发出");
        assertThat(letter)
                .contains("【政通】个体工商户设立登记（YX-7F3K-2291）需要补正", "/messages/stop/")
                .doesNotContain("林小满", applicant.phone(), applicant.number().value());
    }

    @Test
    void mail_goes_to_a_confirmed_address_until_the_link_in_it_stops_it() throws Exception {
        GreenMail server = MailCarrierTest.started();
        try (Carrying real = mailing(server.getSmtp().getPort())) {
            String address = confirmedAddress();
            told(StepKind.ACCEPTED);
            real.runDue();

            MimeMessage mail = only(server, address);
            assertThat(mail.getSubject()).isEqualTo("个体工商户设立登记：已受理");
            String text = mail.getContent().toString();
            assertThat(text)
                    .contains("受理编号 YX-7F3K-2291", "现在不需要您做什么", "/my/messages/")
                    .doesNotContain("林小满");
            Browser anyone = new Browser(port);
            String stop = found(STOP, text);
            assertThat(anyone.get(stop).body()).contains("停用邮件通知").doesNotContain("??");
            assertThat(state(MessageChannel.MAIL)).isEqualTo(Subscriptions.Choice.State.ON);

            assertThat(anyone.post(stop).body()).contains("不会再发").doesNotContain("??");

            told(StepKind.GRANTED);
            real.runDue();
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(messages.unread(applicant.id())).isEqualTo(2);
        } finally {
            server.stop();
        }
    }

    @Test
    void a_carrier_that_is_down_is_seen_by_the_administrator_and_the_letter_goes_when_it_works_again()
            throws Exception {
        GreenMail server = MailCarrierTest.started();
        int smtp = server.getSmtp().getPort();
        server.stop();
        confirmedAddress();
        told(StepKind.ACCEPTED);
        Browser administrator = signedIn(people.staff(organisation, BODY, Role.SYSTEM_ADMINISTRATOR));
        try (Carrying real = mailing(smtp)) {
            real.runDue();
            assertThat(administrator.get("/desk/carriers").body())
                    .contains("送不出去", "连接不上", "现在重新发送")
                    .doesNotContain("??", "@example.com", applicant.phone());
            assertThat(carriage().state()).isEqualTo(State.WAITING);
        }

        assertThat(Browser.location(administrator.post("/desk/carriers/MAIL/again")))
                .startsWith("/desk/carriers?again=");
        carrying.runDue();

        assertThat(carriage().state()).isEqualTo(State.CARRIED);
    }

    @Test
    void a_letter_is_given_up_after_a_day_and_a_half_of_tries_and_the_message_stays() {
        confirmedAddress();
        told(StepKind.ACCEPTED);
        try (Carrying real = mailing(1)) {
            for (int i = 0; i < 8; i++) {
                real.runDue();
                clock.advance(Duration.ofHours(25));
            }
        }

        assertThat(carriage().state()).isEqualTo(State.GIVEN_UP);
        Browser later = signedIn(applicant);
        assertThat(later.get(found(MESSAGE, later.get("/my/messages").body())).body())
                .contains("不再发送")
                .doesNotContain("??");
    }

    @Test
    void what_waits_is_not_sent_any_more_once_a_channel_is_stopped() {
        citizen.post("/my/messages/channels/sms");
        told(StepKind.ACCEPTED);

        assertThat(Browser.location(citizen.post("/my/messages/channels/SMS/stop")))
                .isEqualTo("/my/messages/channels?done=stopped");
        carrying.runDue();

        assertThat(carriage().state()).isEqualTo(State.STOPPED);
        assertThat(citizen.get("/my/messages/channels?done=stopped").body())
                .contains("已停用")
                .doesNotContain("??");
    }

    @Test
    void an_address_is_confirmed_by_the_code_sent_there_and_by_no_other() {
        assertThat(citizen.post("/my/messages/channels/mail", "address", "林小满").body())
                .contains("邮箱地址不完整")
                .doesNotContain("??");
        citizen.post("/my/messages/channels/mail", "address", "xiaoman@example.com");
        String code = subscriptions.demonstratedCode(applicant.id()).orElseThrow();
        String wrong = code.equals("000000") ? "111111" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThat(citizen.post("/my/messages/channels/mail/code", "code", wrong)
                            .body())
                    .contains("确认码不对")
                    .doesNotContain("??");
        }

        assertThat(citizen.post("/my/messages/channels/mail/code", "code", code).body())
                .contains("确认码已经失效");

        assertThat(state(MessageChannel.MAIL)).isEqualTo(Subscriptions.Choice.State.UNCONFIRMED);
    }

    @Test
    void the_address_stands_sealed_in_the_database() {
        confirmedAddress();

        byte[] sealed = sql.sql("select address from messages.subscription where person = :person")
                .param("person", applicant.id().value())
                .query((row, _) -> row.getBytes(1))
                .single();

        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("example.com");
    }

    @Test
    void nobody_but_the_system_administrator_sees_the_carriers() {
        for (Role role : Role.values()) {
            if (role != Role.SYSTEM_ADMINISTRATOR) {
                assertThat(signedIn(people.staff(organisation, BODY, role))
                                .get("/desk/carriers")
                                .statusCode())
                        .isEqualTo(403);
            }
        }
        assertThatThrownBy(() -> messages.open(applicant.id(), identifiers.next()))
                .isInstanceOf(Problem.class);
        assertThat(new Browser(port).get("/messages/stop/nothing").statusCode()).isEqualTo(404);
    }

    private Carrying mailing(int smtp) {
        return new Carrying(
                carriages,
                chosen,
                new Carriers(List.of(MailCarrierTest.carrier(smtp, Optional.empty()))),
                writing,
                identity,
                clock);
    }

    private String confirmedAddress() {
        String address = "xiaoman" + applicant.phone() + "@example.com";
        citizen.post("/my/messages/channels/mail", "address", address);
        assertThat(Browser.location(citizen.post(
                        "/my/messages/channels/mail/code",
                        "code",
                        subscriptions.demonstratedCode(applicant.id()).orElseThrow())))
                .isEqualTo("/my/messages/channels?done=mail");
        return address;
    }

    private static MimeMessage only(GreenMail server, String address) throws jakarta.mail.MessagingException {
        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()[0]).hasToString(address);
        return mail;
    }

    private Subscriptions.Choice.State state(MessageChannel channel) {
        return subscriptions.of(applicant.id()).stream()
                .filter(one -> one.channel() == channel)
                .findFirst()
                .orElseThrow()
                .state();
    }

    private CaseMessage.Carriage carriage() {
        return messages.of(applicant.id(), OptionalLong.empty())
                .getFirst()
                .carriages()
                .getFirst();
    }

    private void told(StepKind kind) {
        told(identifiers.next(), kind);
    }

    private void told(UUID caseId, StepKind kind) {
        transaction.executeWithoutResult(_ -> messaging.handle(event(caseId), caseEvent(caseId, kind)));
    }

    private OutboxEvent event(UUID caseId) {
        return new OutboxEvent(
                -1 - (identifiers.next().getLeastSignificantBits() >>> 2), "cases.any", caseId, clock.instant());
    }

    private CaseEvent caseEvent(UUID caseId, StepKind kind) {
        return new CaseEvent(
                caseId,
                "YX-7F3K-2291",
                item().code().value(),
                item().bodyUscc(),
                applicant.id().value(),
                kind,
                CaseState.ACCEPTED,
                Optional.empty(),
                clock.instant());
    }

    private void accept(Receipt receipt) {
        Browser clerk = signedIn(people.staff(organisation, BODY, Role.ACCEPTANCE));
        clerk.post("/desk/cases/" + receipt.id().value() + "/take");
        clerk.post("/desk/cases/" + receipt.id().value() + "/acceptance");
    }

    private ServiceItem item() {
        return catalogue.items().stream()
                .filter(one -> one.name().equals("个体工商户设立登记"))
                .findFirst()
                .orElseThrow();
    }

    private Receipt filed(Party party) {
        return cases.file(new FilingOrder(
                identifiers.next(),
                item(),
                party,
                applicant.id(),
                Map.of(),
                Map.of("shop_name", "云溪小面馆", "scope", "餐饮服务"),
                List.of(new HandedIn.Generated(item().materials().getFirst().id())),
                Channel.WEB));
    }

    private Browser signedIn(People.Someone someone) {
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }

    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }
}
