package org.zhengtong.ground.crypto.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.filing.Filing;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ShopFiling;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

/** Sealed columns of all rooms, and a change of keys in the whole program. */
@ZhengtongTest
class SealedRoomsTest {
    /** Digests, blind indexes, signatures, public keys, and files of the catalogue on their way in: nothing of a person. */
    private static final Set<String> NOT_SEALED = Set.of(
            "audit.leaf.digest",
            "audit.leaf.previous",
            "audit.placed.entry",
            "clients.assertion.digest",
            "clients.client.secret",
            "clients.sign_in.code",
            "clients.token.digest",
            "identity.challenge.digest",
            "identity.kept_form.digest",
            "identity.known_device.digest",
            "identity.number_sign_in.ticket",
            "identity.passkey.credential",
            "identity.mandate.digest",
            "identity.mandate.integrity",
            "identity.mandate.signature",
            "identity.passkey.credential_id",
            "identity.person.number_index",
            "identity.person.phone_index",
            "identity.qr_sign_in.asks",
            "identity.qr_sign_in.waits",
            "identity.recovery.ticket",
            "identity.recovery_code.digest",
            "identity.second_step.digest",
            "identity.session.digest",
            "licences.licence_version.signature",
            "organisation.absence.integrity",
            "organisation.staff.integrity",
            "outbox.scheduled_tasks.task_data",
            "transfer.import_part.content",
            "web.answer.key_index",
            "web.answer.request_index");

    @LocalServerPort
    int port;

    @Autowired
    ShopFiling shops;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    StoredKeyRenewal renewal;

    @Autowired
    JdbcClient sql;

    @Autowired
    TestClock clock;

    private People people;

    @BeforeEach
    void people() {
        people = new People(identity);
    }

    @Test
    void every_column_of_bytes_is_sealed_and_says_as_what_or_is_known_to_tell_nothing() {
        List<String> silent = sql.sql("""
                        select c.table_schema || '.' || c.table_name || '.' || c.column_name
                        from information_schema.columns c
                        where c.data_type = 'bytea' and c.table_schema not in ('pg_catalog', 'information_schema')
                            and coalesce(col_description(
                                format('%I.%I', c.table_schema, c.table_name)::regclass, c.ordinal_position), '')
                                not like 'sealed as %'
                        """).query(String.class).list();

        assertThat(silent).containsExactlyInAnyOrderElementsOf(NOT_SEALED);
    }

    @Test
    void the_security_administrator_changes_the_key_and_every_room_reads_on() throws Exception {
        People.Someone citizen = people.someone("林小满");
        CaseId filed = shops.filed(citizen, true);
        CaseFile before = cases.open(filed, citizen.id());
        Browser administrator = signedIn(people.staff(organisation, "云溪市市场监督管理局", Role.SECURITY_ADMINISTRATOR));
        assertThat(administrator.get("/desk/keys").body()).contains("换新密钥").doesNotContain("??");

        assertThat(Browser.location(administrator.post("/desk/keys/renewal"))).isEqualTo("/desk/keys?done=begun");
        assertThat(administrator.get("/desk/keys").body())
                .contains("正在把旧内容重新加密")
                .doesNotContain("/desk/keys/renewal", "??");
        clock.advance(Duration.ofMinutes(1));
        renewal.run(() -> {});

        assertThat(renewal.goesOn()).isFalse();
        assertThat(old()).isZero();
        assertThat(cases.open(filed, citizen.id())).isEqualTo(before);
        assertThat(identity.person(citizen.id()).phone()).isEqualTo(citizen.phone());
        assertThat(administrator.get("/desk/keys").body()).contains("全部完成").doesNotContain("??");
    }

    @Test
    void what_is_written_once_takes_a_newer_key_and_nothing_else() throws Exception {
        CaseId filed = shops.filed(people.someone("林小满"), true);

        for (String change : List.of(
                "detail = set_byte(detail, 1, 200), kind = 'GRANTED'",
                "detail = set_byte(detail, 20, 7)",
                "at = at + interval '1 day'",
                "detail = set_byte(detail, 1, 0)")) {
            assertThatThrownBy(() -> sql.sql("update cases.step set " + change + " where case_id = :id")
                            .param("id", filed.value())
                            .update())
                    .as(change)
                    .hasMessageContaining("a step of a case is never changed");
        }
    }

    private long old() {
        return SealedColumn.all(sql).stream()
                .mapToLong(column -> sql.sql(column.countOld())
                        .param("current", renewal.keys().getFirst().number())
                        .query(Long.class)
                        .single())
                .sum();
    }

    private Browser signedIn(People.Someone someone) {
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }
}
