package org.zhengtong.services.licences.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceIdentifier;
import org.zhengtong.services.licences.LicenceIssued;
import org.zhengtong.services.licences.LicenceOrder;
import org.zhengtong.services.licences.LicenceReading;
import org.zhengtong.services.licences.LicenceState;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.services.licences.Verification;
import org.zhengtong.services.licences.Verification.Outcome;
import org.zhengtong.testing.TestClock;

class IssuedLicencesTest {
    private static AnnotationConfigApplicationContext room;
    private static Licences licences;
    private static TransactionTemplate transaction;
    private static JdbcClient database;
    private static TestClock clock;
    private static RoomAlone.Ground ground;

    @BeforeAll
    static void open() {
        room = RoomAlone.open();
        licences = room.getBean(Licences.class);
        transaction = room.getBean(TransactionTemplate.class);
        database = room.getBean(JdbcClient.class);
        clock = room.getBean(TestClock.class);
        ground = room.getBean(RoomAlone.Ground.class);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void a_licence_is_issued_only_inside_a_transaction() {
        assertThatThrownBy(() -> licences.issue(food(firm()))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void the_same_grant_issues_one_licence() {
        LicenceOrder order = food(firm());

        Licence first = issue(order);
        Licence again = issue(order);

        assertThat(again).isEqualTo(first);
        assertThat(licences.heldBy(order.holder())).containsExactly(first);
        assertThat(licences.grantedBy(order.grantedBy())).contains(first);
        assertThat(ground.published)
                .filteredOn(LicenceIssued.class::isInstance)
                .filteredOn(event -> ((LicenceIssued) event).licence().equals(first.id()))
                .hasSize(1);
    }

    @Test
    void nothing_is_left_of_a_grant_that_was_rolled_back() {
        LicenceOrder order = food(firm());

        transaction.executeWithoutResult(status -> {
            licences.issue(order);
            status.setRollbackOnly();
        });

        assertThat(licences.grantedBy(order.grantedBy())).isEmpty();
        assertThat(licences.heldBy(order.holder())).isEmpty();
    }

    @Test
    void the_type_gives_number_identifier_and_last_day() {
        Licence licence = issue(food(firm()));

        assertThat(licence.number()).matches("JY2339900\\d{7}");
        assertThat(licence.validUntil())
                .contains(licence.issuedOn().plusYears(5).minusDays(1));
        assertThat(LicenceIdentifier.parse(licence.identifier())).isPresent();
        assertThat(licence.isValid()).isTrue();
    }

    @Test
    void serials_of_one_type_and_year_leave_no_gap() {
        LicenceIdentifier one =
                LicenceIdentifier.parse(issue(food(firm())).identifier()).orElseThrow();
        LicenceIdentifier next =
                LicenceIdentifier.parse(issue(food(firm())).identifier()).orElseThrow();

        assertThat(Long.parseLong(next.serial())).isEqualTo(Long.parseLong(one.serial()) + 1);
    }

    @Test
    void a_business_licence_carries_the_credit_code_of_its_firm() {
        Licence stated = issue(order("营业执照", firm(), Map.of("统一社会信用代码", "91339900MA26000017")));
        Licence made = issue(order("营业执照", person(), Map.of("类型", "个体工商户")));

        assertThat(stated.number()).isEqualTo("91339900MA26000017");
        assertThat(Uscc.parse(made.number())).isPresent();
        assertThat(made.number()).startsWith("92339900");
        assertThat(made.attributes()).containsEntry("统一社会信用代码", made.number());
        assertThat(made.validUntil()).isEmpty();
    }

    @Test
    void other_documents_are_numbered_by_place_mark_year_and_serial() {
        assertThat(issue(order("结婚证", person(), Map.of())).number()).matches("云溪民婚字〔2026〕\\d{5}");
    }

    @Test
    void anyone_can_verify_a_valid_licence() {
        Licence licence = issue(food(firm()));

        Verification found = licences.verify(" " + licence.identifier().replace(".", " . ") + "\n");

        assertThat(found.outcome()).isEqualTo(Outcome.VALID);
        assertThat(found.licence()).hasValueSatisfying(shown -> {
            assertThat(shown.holderName()).isEqualTo("云溪老李饭店");
            assertThat(shown.number()).contains(licence.number());
            assertThat(shown.attributes()).containsEntry("经营项目", "热食类食品制售");
        });
    }

    @Test
    void what_identifies_a_person_is_not_shown_to_everyone() {
        Licence licence = issue(
                order("居住证", person(), Map.of("姓名", "李小明", "公民身份号码", "11010519491231002X", "居住地址", "云溪市望溪区长宁路 66 号")));

        Verification found = licences.verify(licence.identifier());

        assertThat(licence.number()).isEqualTo("11010519491231002X");
        assertThat(found.valid()).isTrue();
        assertThat(found.toString())
                .contains("李**")
                .doesNotContain("李小明")
                .doesNotContain("11010519491231002X")
                .doesNotContain("长宁路");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record = set_byte(record, 20, (get_byte(record, 20) + 1) % 256)",
                "signature = set_byte(signature, 10, (get_byte(signature, 10) + 1) % 256)",
                "valid_until = date '2099-12-31'",
                "state = 'DETAINED'",
                "issuer = '11339900990000017R'",
                "holder = '00000000-0000-7000-8000-000000000001'",
                "type = '营业执照'"
            })
    void a_record_somebody_changed_is_not_valid_and_used_by_nobody(String change) {
        LicenceOrder order = food(firm());
        Licence licence = issue(order);

        database.sql("update licences.licence_version set " + change + " where licence = :id")
                .param("id", licence.id())
                .update();

        assertThat(licences.verify(licence.identifier()).outcome()).isEqualTo(Outcome.SEAL_BROKEN);
        assertThat(licences.verify(licence.identifier()).licence()).isEmpty();
        assertThat(licences.find(licence.id())).isEmpty();
        assertThat(licences.use(order.holder(), order.type(), "system", "test")).isEmpty();
    }

    @Test
    void a_record_copied_over_another_is_not_valid() {
        Licence good = issue(food(firm()));
        Licence other = issue(food(firm()));

        database.sql("""
                        update licences.licence_version target set record = source.record, signature = source.signature
                        from licences.licence_version source
                        where target.licence = :other and source.licence = :good
                        """).param("other", other.id()).param("good", good.id()).update();

        assertThat(licences.verify(other.identifier()).outcome()).isEqualTo(Outcome.SEAL_BROKEN);
    }

    @Test
    void a_licence_past_its_last_day_is_expired() {
        LicenceOrder order = food(firm());
        LocalDate today = LocalDate.now(clock);
        Licence licence = issue(new LicenceOrder(
                order.type(),
                order.holder(),
                order.holderName(),
                order.issuerUscc(),
                order.issuerName(),
                today,
                Optional.of(today),
                order.attributes(),
                order.grantedBy()));
        assertThat(licence.isValid()).isTrue();

        clock.advance(Duration.ofDays(1));

        assertThat(licences.verify(licence.identifier()).outcome()).isEqualTo(Outcome.EXPIRED);
        assertThat(licences.find(licence.id()).orElseThrow().state()).isEqualTo(LicenceState.EXPIRED);
        assertThat(licences.use(order.holder(), order.type(), "system", "test")).isEmpty();
    }

    @Test
    void a_change_is_a_new_version_that_knows_its_predecessor() {
        Licence licence = issue(food(firm()));

        Licence detained = licences.change(licence.id(), LicenceState.DETAINED, "staff:x", "立案调查");
        Licence given = licences.change(licence.id(), LicenceState.VALID, "staff:x", "调查终结");

        assertThat(detained.id()).isEqualTo(licence.id());
        assertThat(detained.version()).isEqualTo(2);
        assertThat(given.version()).isEqualTo(3);
        assertThat(licences.verify(licence.identifier()).outcome()).isEqualTo(Outcome.REPLACED);
        assertThat(licences.verify(given.identifier()).outcome()).isEqualTo(Outcome.VALID);
        assertThat(licences.find(licence.id())).contains(given);
    }

    @Test
    void the_first_print_of_a_detained_licence_verifies_as_detained() {
        Licence licence = issue(food(firm()));

        licences.change(licence.id(), LicenceState.DETAINED, "staff:x", "立案调查");

        assertThat(licences.verify(licence.identifier()).outcome()).isEqualTo(Outcome.DETAINED);
    }

    @Test
    void what_has_ended_cannot_be_changed() {
        Licence licence = issue(food(firm()));
        licences.change(licence.id(), LicenceState.CANCELLED, "staff:x", "歇业");

        assertThatThrownBy(() -> licences.change(licence.id(), LicenceState.VALID, "staff:x", "恢复"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
    }

    @Test
    void using_a_licence_leaves_a_trace_its_holder_can_see() {
        LicenceOrder order = food(firm());
        Licence licence = issue(order);

        Optional<Licence> used = licences.use(order.holder(), order.type(), "staff:x", "办理户外广告设置许可");

        assertThat(used).contains(licence);
        assertThat(licences.readings(licence.id()))
                .containsExactly(new LicenceReading(clock.instant(), "staff:x", "办理户外广告设置许可"));
    }

    @Test
    void a_licence_is_found_by_its_holder_and_the_agent_of_its_firm_and_nobody_else() {
        Licence licence = issue(food(firm()));
        PersonId agent = new PersonId(UUID.fromString("00000000-0000-7000-8000-0000000000aa"));
        ground.agents.put(agent, List.of((Party.Firm) licence.holder()));

        assertThat(licences.find(licence.id(), signedIn(agent))).contains(licence);
        assertThat(licences.heldBy(signedIn(agent))).containsExactly(licence);
        assertThat(licences.find(licence.id(), signedIn(new PersonId(ground.identifiers.next()))))
                .isEmpty();
    }

    @Test
    void identifiers_that_are_none_are_told_apart() {
        String unknown =
                new LicenceIdentifier("11339900990000316P002", "11339900990000025L", "20269999999", 1).toString();

        assertThat(licences.verify(unknown).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(licences.verify(unknown.replace("9999999", "9999998")).outcome())
                .isEqualTo(Outcome.MISTYPED);
        assertThat(licences.verify("不是标识'; drop table").outcome()).isEqualTo(Outcome.NO_IDENTIFIER);
    }

    @Test
    void personal_data_lies_nowhere_in_the_open() {
        Licence licence = issue(order("居住证", person(), Map.of("姓名", "李小明", "公民身份号码", "11010519491231002X")));

        List<String> columns = new ArrayList<>();
        database.sql("select row_to_json(v)::text as row from licences.licence_version v where licence = :id")
                .param("id", licence.id())
                .query((row, index) -> columns.add(row.getString("row")))
                .list();

        assertThat(columns)
                .hasSize(1)
                .allSatisfy(row -> assertThat(row).doesNotContain("李小明").doesNotContain("11010519491231002X"));
        assertThat(licence.toString()).doesNotContain("李小明");
    }

    private static Licence issue(LicenceOrder order) {
        Licence licence = transaction.execute(status -> licences.issue(order));
        assertThat(licence).isNotNull();
        return licence;
    }

    private static LicenceOrder food(Party holder) {
        return order("食品经营许可证", holder, Map.of("经营者名称", "云溪老李饭店", "主体业态", "餐饮服务经营者", "经营项目", "热食类食品制售"));
    }

    private static LicenceOrder order(String type, Party holder, Map<String, String> attributes) {
        return new LicenceOrder(
                type,
                holder,
                holder instanceof Party.Person ? "李小明" : "云溪老李饭店",
                "11339900990000025L",
                "云溪市市场监督管理局",
                LocalDate.now(clock),
                Optional.empty(),
                new TreeMap<>(attributes),
                ground.identifiers.next());
    }

    private static Party firm() {
        return new Party.Firm(new FirmId(ground.identifiers.next()));
    }

    private static Party person() {
        return new Party.Person(new PersonId(ground.identifiers.next()));
    }

    private static SignedIn signedIn(PersonId person) {
        return new SignedIn(ground.identifiers.next(), person, "李小明", Optional.empty());
    }
}
