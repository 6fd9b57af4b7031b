package org.zhengtong.services.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.Deliveries;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.Successions;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.Receipt;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

/** Faults as they meet the whole program, with the rooms of licences, documents, organisation and supervision. */
@ZhengtongTest
class FaultsInTheProgramTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Successions successions;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Cases cases;

    @Autowired
    Licences licences;

    @Autowired
    BodyChanges changes;

    @Autowired
    HistoryCheck histories;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Identifiers identifiers;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    private People people;
    private People.Someone applicant;
    private Body body;
    private Body next;

    @BeforeEach
    void two_bodies_and_an_applicant() {
        people = new People(identity);
        applicant = people.someone("林小满");
        body = aBody("试验一局");
        next = aBody("试验二局");
    }

    @Test
    void a_failure_after_the_licence_was_issued_leaves_neither_licence_nor_decision() {
        Receipt receipt = reviewed();
        UUID id = receipt.id().value();
        Browser staff = staff(body);
        sql.sql("""
                        create function cases.fail() returns trigger language plpgsql as $$
                        begin raise exception 'the power fails'; end $$
                        """).update();
        sql.sql("""
                        create trigger fail before insert on cases.step for each row
                        when (new.case_id = '%s' and new.kind = 'GRANTED') execute function cases.fail()
                        """.formatted(id)).update();
        try {
            assertThat(staff.post("/desk/cases/" + id + "/grant", "words", "").statusCode())
                    .isEqualTo(500);
        } finally {
            sql.sql("drop trigger fail on cases.step").update();
            sql.sql("drop function cases.fail").update();
        }

        assertThat(licences.issuedBy(List.of(id))).isEmpty();
        assertThat(licences.heldBy(new Party.Person(applicant.id()))).isEmpty();
        assertThat(identity.firmsOf(applicant.id())).isEmpty();
        assertThat(file(receipt).state()).isEqualTo(CaseState.REVIEWED);

        assertThat(staff.post("/desk/cases/" + id + "/grant", "words", "").statusCode())
                .isEqualTo(302);
        assertThat(file(receipt).state()).isEqualTo(CaseState.CLOSED);
        assertThat(licences.issuedBy(List.of(id)).get(id)).hasSize(1);
    }

    @Test
    void a_history_that_does_not_add_up_is_shown_to_who_supervises_and_to_nobody_else() {
        Receipt receipt = reviewed();
        Browser head = staff(body);
        assertThat(head.get("/desk/supervision").body()).contains("/desk/supervision/histories");
        sql.sql("update cases.case_file set received_on = received_on - 3 where id = :id")
                .param("id", receipt.id().value())
                .update();

        histories.check();

        assertThat(head.get("/desk/supervision/histories").body())
                .contains(receipt.receiptNumber(), "登记的状态或日期与步骤不符", "收到日")
                .doesNotContain("??");
        assertThat(staff(next).get("/desk/supervision/histories").body()).doesNotContain(receipt.receiptNumber(), "??");
        assertThat(browser(applicant).get("/desk/supervision/histories").body())
                .doesNotContain(receipt.receiptNumber());
        sql.sql("update cases.case_file set received_on = received_on + 3 where id = :id")
                .param("id", receipt.id().value())
                .update();
        histories.check();
        assertThat(head.get("/desk/supervision/histories").body()).doesNotContain(receipt.receiptNumber());
    }

    @Test
    void the_applicant_of_a_dissolved_body_sees_who_goes_on_and_old_documents_keep_its_name() {
        Receipt receipt = reviewed();
        String mine = "/my/cases/" + receipt.id().value();
        String desk = "/desk/cases/" + receipt.id().value();
        Browser citizen = browser(applicant);
        Browser before = staff(body);
        Browser after = staff(next);
        People.Someone administrator = people.someone("张系统");
        organisation.appoint(administrator.id(), body.uscc(), "系统", Set.of(Role.SYSTEM_ADMINISTRATOR));
        assertThat(browser(administrator)
                        .get("/desk/bodies/" + body.uscc().value() + "/succession")
                        .body())
                .contains("移交 1 件办件")
                .doesNotContain("??");
        successions.name(
                organisation.staff(administrator.id()).orElseThrow(),
                body.uscc(),
                new Successions.Named(next.uscc().value(), LocalDate.now(clock).toString(), "试编〔2026〕5号", "职责合并"));

        changes.pass();
        deliveries.runDue();

        assertThat(citizen.get("/my/messages").body()).contains("机构改革，承接机构继续办理").doesNotContain("??");
        assertThat(citizen.get(mine).body())
                .contains("由" + next.name() + "继续办理", "试编〔2026〕5号", "职责合并")
                .doesNotContain("??");
        assertThat(before.get(desk).body()).doesNotContain(receipt.caseNumber());
        assertThat(after.get(desk).body()).contains("职责合并").doesNotContain("??");
        assertThat(after.post(desk + "/grant", "words", "").statusCode()).isEqualTo(302);
        assertThat(citizen.get(mine + "/documents/2").body())
                .contains(body.name())
                .doesNotContain(next.name());
        int grant = file(receipt).steps().stream()
                .filter(step -> step.kind() == StepKind.GRANTED)
                .findFirst()
                .orElseThrow()
                .number();
        assertThat(citizen.get(mine + "/documents/" + grant).body()).contains(next.name());
        histories.check();
        assertThat(after.get("/desk/supervision/histories").body()).doesNotContain(receipt.receiptNumber());
    }

    private CaseFile file(Receipt receipt) {
        return cases.open(receipt.id(), applicant.id());
    }

    /** A case of the body: filed with the city's, and moved here before anything happens to it. */
    private Receipt reviewed() {
        ServiceItem item = catalogue.items().stream()
                .filter(one -> one.name().equals("个体工商户设立登记"))
                .findFirst()
                .orElseThrow();
        Receipt receipt = cases.file(new FilingOrder(
                identifiers.next(),
                item,
                new Party.Person(applicant.id()),
                applicant.id(),
                Map.of(),
                Map.of(
                        "shop_name",
                        "云溪小面馆",
                        "form",
                        "个人经营",
                        "place_kind",
                        "实体店面",
                        "premises_address",
                        "云溪市望溪区和顺路 8 号",
                        "scope",
                        "餐饮服务"),
                List.of(),
                Channel.WEB));
        sql.sql("update cases.case_file set body = :body, body_name = :name where id = :id")
                .param("body", body.uscc().value())
                .param("name", body.name())
                .param("id", receipt.id().value())
                .update();
        Browser staff = staff(body);
        String desk = "/desk/cases/" + receipt.id().value();
        staff.post(desk + "/acceptance");
        staff.post(desk + "/review", "proposal", "favourable", "template", "1");
        assertThat(file(receipt).state()).isEqualTo(CaseState.REVIEWED);
        return receipt;
    }

    private Body aBody(String name) {
        Uscc code = People.uscc();
        Body made =
                new Body(code, "云溪市" + name + code.value(), "339900", "试验路 1 号", "工作日 9:00–17:00", "0509-1", "0509-2");
        organisation.put(made);
        return made;
    }

    private Browser staff(Body at) {
        People.Someone person = people.someone("赵文静");
        organisation.appoint(person.id(), at.uscc(), "窗口", Set.of(Role.ACCEPTANCE, Role.REVIEW, Role.DECISION));
        return browser(person);
    }

    private Browser browser(People.Someone person) {
        Browser browser = new Browser(port);
        browser.signIn(person.phone(), People.PASSWORD);
        return browser;
    }
}
