package org.zhengtong.services.filing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.NewFirm;
import org.zhengtong.people.identity.NewPerson;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.services.filing.AtHand;
import org.zhengtong.services.filing.Checklist;
import org.zhengtong.services.filing.Checklist.Duty;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.web.FilingBrowser.Answer;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

/** From "start" to the receipt, as a citizen without scripts goes through it. */
@ZhengtongTest
class FilingPagesTest {
    private static final String PASSWORD = "Yunxi-2026-qingshi";

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Drafts drafts;

    @Autowired
    Cases cases;

    private ServiceItem food;
    private ServiceItem passport;

    @BeforeEach
    void items() {
        food = catalogue.item(YunxiBodies.item("食品经营许可").code()).orElseThrow();
        passport = catalogue.item(YunxiBodies.item("普通护照签发").code()).orElseThrow();
    }

    /** Somebody with a browser. */
    private record Citizen(PersonId id, String phone, String number, FilingBrowser browser) {}

    @Test
    void a_firms_food_licence_is_filed_without_a_script_and_a_second_click_leads_to_the_same_receipt()
            throws IOException {
        Citizen citizen = citizen(1980);
        FirmId firm = firm(citizen, "云溪青石餐饮有限公司");
        FilingBrowser browser = citizen.browser();

        String draft = browser.start(food, Map.of("for", firm.value().toString()));
        browser.fillIn(draft, food);

        Answer tasks = browser.get(draft);
        assertThat(tasks.body()).contains("云溪青石餐饮有限公司").contains(draft + "/check");
        Answer check = browser.get(draft + "/check");
        assertThat(check.status()).isEqualTo(200);
        assertThat(check.body()).contains("来自 单位登记资料").doesNotContain("??");

        Answer undeclared = browser.post(draft + "/check", Map.of());
        assertThat(undeclared.status()).isEqualTo(422);
        assertThat(undeclared.body()).contains("<title>错误:").contains("href=\"#declared\"");

        Answer submitted = browser.post(draft + "/check", Map.of("declared", "true"));
        Answer again = browser.post(draft + "/check", Map.of("declared", "true"));
        assertThat(submitted.location()).matches("/my/cases/[0-9a-f-]{36}/receipt");
        assertThat(again.location()).isEqualTo(submitted.location());
        assertThat(browser.get(draft).location()).isEqualTo(submitted.location());
        assertThat(cases.of(citizen.id())).hasSize(1);
        assertThat(drafts.openOf(citizen.id())).isEmpty();
        var file = cases.open(cases.of(citizen.id()).getFirst().id(), citizen.id());
        assertThat(file.materials()).hasAtLeastOneElementOfType(HandedIn.Uploaded.class);
    }

    @Test
    void the_identity_number_is_shown_masked_and_never_asked() {
        Citizen citizen = citizen(1985);
        String draft = citizen.browser().start(passport);

        Answer page = citizen.browser().get(draft + "/questions/applicant");

        assertThat(page.body())
                .contains("************")
                .contains("来自 您的个人资料")
                .doesNotContain(citizen.number())
                .doesNotContain("name=\"answer-applicant_number\"");
    }

    @Test
    void what_is_typed_wrong_is_kept_shown_and_told_what_to_do() {
        Citizen citizen = citizen(1985);
        String draft = citizen.browser().start(passport);

        Answer page = citizen.browser()
                .save(
                        draft,
                        "applicant",
                        Map.of("answer-applicant_phone", "12345", "answer-applicant_name", "王\u202E五"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("<title>错误:")
                .contains("href=\"#applicant_phone\"")
                .contains("value=\"12345\"")
                .contains("看不见的控制字符");
        assertThat(citizen.browser().get(draft + "/questions/applicant").body()).contains("value=\"12345\"");
    }

    @Test
    void a_draft_survives_signing_out_and_is_there_on_another_device() {
        Citizen citizen = citizen(1990);
        String draft = citizen.browser().start(passport);
        citizen.browser().save(draft, "applicant", Map.of("answer-applicant_address", "云溪市云溪区青石路 8 号"));
        citizen.browser().post("/sign-out", Map.of());

        FilingBrowser phone = new FilingBrowser(port);
        phone.signIn(citizen.phone(), PASSWORD);

        assertThat(phone.get(draft + "/questions/applicant").body()).contains("云溪市云溪区青石路 8 号");
        assertThat(phone.start(passport)).as("starting again goes on").isEqualTo(draft);
        assertThat(drafts.openOf(citizen.id())).singleElement().satisfies(open -> {
            assertThat(open.path()).isEqualTo(draft);
            assertThat(open.item()).isEqualTo("普通护照签发");
        });
    }

    @Test
    void a_stale_page_loses_nothing_shows_both_and_counts_when_saved_again() {
        Citizen citizen = citizen(1990);
        FilingBrowser browser = citizen.browser();
        String draft = browser.start(passport);
        Answer left = browser.get(draft + "/questions/applicant");
        browser.save(draft, "applicant", Map.of("answer-applicant_address", "云溪市云溪区东街 1 号"));

        Answer stale = browser.post(
                draft + "/questions/applicant",
                Map.of("version", left.hidden("version"), "answer-applicant_address", "云溪市云溪区西街 2 号"));

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("东街 1 号").contains("value=\"云溪市云溪区西街 2 号\"");
        assertThat(browser.get(draft + "/questions/applicant").body()).contains("东街 1 号");

        browser.post(
                draft + "/questions/applicant",
                Map.of("version", stale.hidden("version"), "answer-applicant_address", "云溪市云溪区西街 2 号"));
        assertThat(browser.get(draft + "/questions/applicant").body()).contains("西街 2 号");
    }

    @Test
    void somebody_elses_draft_does_not_exist() throws IOException {
        String draft = citizen(1990).browser().start(passport);
        FilingBrowser other = citizen(1991).browser();

        assertThat(other.get(draft).status()).isEqualTo(404);
        assertThat(other.get(draft + "/questions/applicant").status()).isEqualTo(404);
        assertThat(other.post(draft + "/check", Map.of("declared", "true")).status())
                .isEqualTo(404);
        assertThat(other.post(draft + "/delete", Map.of()).status()).isEqualTo(404);
        assertThat(other.upload(draft + "/materials/m2", "file", "a.png", FilingBrowser.picture())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_suspended_item_stops_friendly_and_keeps_what_was_typed() {
        ServiceItem item =
                catalogue.item(YunxiBodies.item("机动车驾驶证核发、审验").code()).orElseThrow();
        Citizen citizen = citizen(1990);
        String draft = citizen.browser().start(item);
        catalogue.setState(item.code(), ItemState.SUSPENDED);
        try {
            Answer page = citizen.browser().get(draft);
            Answer begun = citizen(1992).browser().post("/items/" + item.code() + "/start", Map.of());

            assertThat(page.body()).contains("您填写的内容都已保存");
            assertThat(citizen.browser()
                            .post(draft + "/check", Map.of("declared", "true"))
                            .location())
                    .isEqualTo(draft);
            assertThat(begun.status()).isEqualTo(409);
            assertThat(begun.body()).contains("暂停办理").doesNotContain("??");
        } finally {
            catalogue.setState(item.code(), ItemState.IN_USE);
        }
    }

    @Test
    void an_unknown_item_cannot_be_started() {
        FilingBrowser browser = citizen(1990).browser();

        assertThat(browser.post("/items/11370800MB285591843370117002011/start", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(browser.post("/items/nonsense/start", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void under_eighteen_a_guardian_is_asked_for() {
        Answer page = citizen(2010).browser().post("/items/" + passport.code() + "/start", Map.of());

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("需要监护人办理").doesNotContain("??");
    }

    @Test
    void who_acts_for_firms_is_asked_for_whom_and_who_has_none_is_shown_the_way() {
        ServiceItem inn =
                catalogue.item(YunxiBodies.item("旅馆业特种行业许可证核发").code()).orElseThrow();
        Citizen citizen = citizen(1988);
        Answer none = citizen.browser().post("/items/" + inn.code() + "/start", Map.of());
        firm(citizen, "云溪东街茶馆有限公司");
        FirmId second = firm(citizen, "云溪西街茶馆有限公司");

        Answer asked = citizen.browser().post("/items/" + inn.code() + "/start", Map.of());
        Answer begun = citizen.browser()
                .post(
                        "/items/" + inn.code() + "/start",
                        Map.of("for", second.value().toString()));

        assertThat(none.body()).contains("这个事项由单位申请");
        assertThat(asked.body()).contains("您为谁办理").contains("东街茶馆").contains("西街茶馆");
        assertThat(citizen.browser().get(begun.location()).body()).contains("云溪西街茶馆有限公司");
    }

    @Test
    void a_firm_that_does_not_exist_yet_is_filed_for_by_its_founder() {
        ServiceItem founding = catalogue.item(YunxiBodies.item("企业设立登记").code()).orElseThrow();
        Citizen founder = citizen(1986);
        firm(founder, "云溪另一家公司");

        String draft = founder.browser().start(founding);

        assertThat(founder.browser().get(draft).body()).contains("企业设立登记").doesNotContain("另一家公司");
    }

    @Test
    void a_renamed_program_is_refused_by_name_and_the_good_files_stay() throws IOException {
        Citizen citizen = citizen(1990);
        String draft = citizen.browser().start(passport);
        String material = draft + "/materials/" + upload(passport);
        citizen.browser().upload(material, "file", "照片.png", FilingBrowser.picture());

        Answer refused = citizen.browser().upload(material, "file", "身份证.pdf", new byte[] {'M', 'Z', 0, 3, 0, 0});
        Answer page = citizen.browser().get(material);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("身份证.pdf").contains("<title>错误:").doesNotContain("??");
        assertThat(page.body()).contains("照片.png").contains("PNG");
        citizen.browser().post(material + "/remove", Map.of("file", page.hidden("file")));
        assertThat(citizen.browser().get(material).body()).doesNotContain("照片.png");
    }

    @Test
    void an_upload_of_a_gigabyte_is_refused_before_it_has_come_and_the_draft_is_there() throws IOException {
        Citizen citizen = citizen(1990);
        String draft = citizen.browser().start(passport);
        String path = draft + "/materials/" + upload(passport);

        String answer = gigabyte(path, citizen.browser());

        assertThat(answer).startsWith("HTTP/1.1 413");
        assertThat(citizen.browser().get(draft).status()).isEqualTo(200);
    }

    @Test
    void a_session_that_ended_in_the_middle_of_a_page_loses_nothing() {
        Citizen citizen = citizen(1990);
        FilingBrowser browser = citizen.browser();
        String draft = browser.start(passport);
        String version = browser.get(draft + "/questions/applicant").hidden("version");
        browser.forgetSession();

        Answer sent = browser.post(
                draft + "/questions/applicant", Map.of("version", version, "answer-applicant_address", "云溪市云溪区南街 3 号"));
        Answer signedIn = browser.signIn(citizen.phone(), PASSWORD);
        Answer kept = browser.get(signedIn.location());

        assertThat(sent.location()).startsWith("/sign-in");
        assertThat(kept.body()).contains(draft + "/questions/applicant").contains("云溪市云溪区南街 3 号");
    }

    @Test
    void a_draft_can_be_deleted() {
        Citizen citizen = citizen(1990);
        String draft = citizen.browser().start(passport);

        citizen.browser().post(draft + "/delete", Map.of());

        assertThat(citizen.browser().get(draft).status()).isEqualTo(404);
        assertThat(drafts.openOf(citizen.id())).isEmpty();
    }

    /** The first material one uploads. */
    private static String upload(ServiceItem item) {
        return Checklist.of(item, FilingBrowser.guide(item), AtHand.NOTHING).lines().stream()
                .filter(line -> line.duty() instanceof Duty.Upload)
                .map(line -> line.material().id())
                .findFirst()
                .orElseThrow();
    }

    private Citizen citizen(int year) {
        IdentityNumber number = People.number(LocalDate.of(year, 1, 1));
        String phone = People.phone();
        PersonId id = identity.add(new NewPerson(
                "王青石", number, phone, Optional.of("云溪市云溪区青石路 1 号"), Optional.empty(), Optional.of(PASSWORD), true));
        FilingBrowser browser = new FilingBrowser(port);
        browser.signIn(phone, PASSWORD);
        return new Citizen(id, phone, number.value(), browser);
    }

    private FirmId firm(Citizen agent, String name) {
        return identity.add(new NewFirm(
                People.uscc(),
                name,
                "王青石",
                Optional.of("云溪市云溪区青石路 8 号"),
                Optional.of("13900000000"),
                agent.id(),
                true));
    }

    /** Says it will send a gigabyte and sends until the other side answers. */
    private String gigabyte(String path, FilingBrowser browser) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            String part = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + browser.csrf()
                    + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"big.pdf\"\r\n\r\n";
            out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + browser.cookieHeader()
                            + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1073741824\r\n\r\n"
                            + part)
                    .getBytes(StandardCharsets.UTF_8));
            byte[] block = new byte[1 << 16];
            for (int sent = 0; sent < 512 && in.available() == 0; sent++) {
                try {
                    out.write(block);
                    out.flush();
                } catch (IOException closed) {
                    break;
                }
            }
            byte[] answer = new byte[4096];
            int length = in.read(answer);
            return new String(answer, 0, Math.max(0, length), StandardCharsets.UTF_8);
        }
    }
}
