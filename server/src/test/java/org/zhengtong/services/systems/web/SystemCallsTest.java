package org.zhengtong.services.systems.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.services.systems.web.CallingProgram.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseReplay;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseTerms;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Questionnaire;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.AnswerSamples;
import org.zhengtong.services.filing.AtHand;
import org.zhengtong.services.filing.Checklist;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.services.systems.Evaluation;
import org.zhengtong.services.systems.Evaluations;
import org.zhengtong.services.systems.SystemCall;
import org.zhengtong.services.systems.Systems;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The eight calls as a department's own system makes them. */
@ZhengtongTest
class SystemCallsTest {
    private static final String CASES = "/api/v1/systems/cases";
    private static final byte[] PICTURE = picture();
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Map<String, String> BY = Map.of("name", "李敏", "post", "登记岗");

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
    CaseDesk desk;

    @Autowired
    CaseReplay replay;

    @Autowired
    Licences licences;

    @Autowired
    Systems systems;

    @Autowired
    Evaluations evaluations;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient sql;

    private People people;
    private ServiceItem item;
    private StaffMember administrator;
    private UUID system;
    private CallingProgram program;

    @BeforeEach
    void aSystemOfTheBody() {
        people = new People(identity);
        item = catalogue.items().stream()
                .filter(one -> one.name().equals("食品经营许可"))
                .findFirst()
                .orElseThrow();
        administrator = organisation
                .staff(people.staff(organisation, item.bodyName(), Role.SYSTEM_ADMINISTRATOR)
                        .id())
                .orElseThrow();
        Systems.Answer.Registered registered = register(item.bodyUscc(), Set.of("ACCEPTANCE", "REVIEW", "DECISION"));
        system = registered.system();
        program =
                new CallingProgram(port, system.toString(), registered.secret().value(), clock);
    }

    @Test
    void a_whole_life_through_the_calls_ends_as_the_desks_own() {
        People.Someone applicant = people.someone("林小满");
        String number = number();
        JsonNode entered = good(program.post(CASES, entry(number, applicant)), 201);
        String id = entered.get("id").asString();
        assertThat(entered.get("state").asString()).isEqualTo("RECEIVED");
        assertThat(entered.get("caseNumber").asString()).startsWith(item.code().value());
        assertThat(entered.get("receiptNumber").asString()).matches("[A-Z]{2,4}-[0-9A-Z]{4}-[0-9]{4}");
        assertThat(entered.get("number").asString()).isEqualTo(number);

        good(act(id, "accept", Map.of("result", "ACCEPTED")), 200);
        good(act(id, "process", Map.of("step", "STARTED")), 200);
        good(act(id, "special", Map.of("step", "BEGIN", "kind", "INSPECTION", "from", today(), "days", 5)), 200);
        String record = good(
                        program.upload(
                                CASES + "/" + id + "/attachments?name=" + encoded("现场核查记录.png") + acting(),
                                PICTURE,
                                ""),
                        201)
                .get("file")
                .asString();
        good(act(id, "special", Map.of("step", "END", "result", "现场符合要求")), 200);
        good(act(id, "process", Map.of("step", "REVIEWED", "favourable", true, "opinion", "符合法定条件")), 200);
        JsonNode finished = good(act(id, "finish", Map.of("result", "GRANTED", "words", "准予许可")), 200);
        good(
                act(
                        id,
                        "evaluate",
                        Map.of(
                                "stage",
                                "COMPLETION",
                                "way",
                                "TABLET",
                                "level",
                                "SATISFIED",
                                "indicators",
                                List.of("413"))),
                201);

        assertThat(finished.get("state").asString()).isEqualTo("CLOSED");
        assertThat(finished.get("outcome").asString()).isEqualTo("GRANTED");
        assertThat(licences.verify(finished.at("/licence/number").asString())).isNotNull();
        assertThat(licences.heldBy(new Party.Person(applicant.id())))
                .singleElement()
                .satisfies(licence -> assertThat(licence.identifier())
                        .isEqualTo(finished.at("/licence/identifier").asString()));
        CaseFile here = cases.open(new CaseId(UUID.fromString(id)), applicant.id());
        assertThat(here.steps())
                .extracting(step -> step.kind().name())
                .containsExactly(
                        "FILED",
                        "TAKEN",
                        "ACCEPTED",
                        "REVIEW_STARTED",
                        "PROCEDURE_ANNOUNCED",
                        "RESUMED",
                        "REVIEWED",
                        "GRANTED",
                        "DELIVERED",
                        "CLOSED");
        assertThat(here.steps().get(2).actorName()).startsWith("李敏 · 登记岗 · ");
        assertThat(replay.standing(here.steps(), CaseTerms.of(item))).isEqualTo(here.standing());
        assertThat(good(program.get(CASES + "/" + id), 200)
                        .at("/attachments/0/file")
                        .asString())
                .isEqualTo(record);
        assertThat(systems.history(administrator, system, OptionalLong.empty()).reversed())
                .extracting(call -> call.what().name())
                .containsExactly(
                        "ATTACHMENT",
                        "RECEIVE",
                        "ACCEPT",
                        "PROCESS",
                        "SPECIAL",
                        "ATTACHMENT",
                        "SPECIAL",
                        "PROCESS",
                        "FINISH",
                        "EVALUATE",
                        "READ");
    }

    @Test
    void a_case_filed_here_is_listed_fetched_and_its_files_are_read() {
        JsonNode other = good(program.post(CASES, entry(number(), people.someone("周远"))), 201);
        String id = other.get("id").asString();
        assertThat(StreamSupport.stream(
                                good(
                                                program.get(CASES + "?receiptNumber="
                                                        + other.get("receiptNumber")
                                                                .asString()),
                                                200)
                                        .get("cases")
                                        .spliterator(),
                                false)
                        .map(line -> line.get("id").asString()))
                .containsExactly(id);
        refused(program.get(CASES + "?view=mine"), 400, "value-wrong");
        String file = StreamSupport.stream(other.get("materials").spliterator(), false)
                .filter(line -> line.get("way").asString().equals("UPLOADED"))
                .map(line -> line.get("file").asString())
                .findFirst()
                .orElseThrow();

        JsonNode fetched =
                good(act(id, "receive", Map.of("number", "又一个编号-" + NUMBERS.incrementAndGet(), "over", true)), 200);

        assertThat(fetched.get("state").asString()).isEqualTo("RECEIVED");
        HttpResponse<String> content = program.get(CASES + "/" + id + "/attachments/" + file);
        assertThat(content.statusCode()).isEqualTo(200);
        assertThat(content.headers().firstValue("content-type")).hasValue("image/png");
        assertThat(program.get(CASES + "/" + id + "/attachments/" + UUID.nameUUIDFromBytes(new byte[1]))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_the_system_adds_is_seen_at_the_desk_by_the_body_and_by_nobody_else() {
        String id = good(program.post(CASES, entry(number(), people.someone("林小满"))), 201)
                .get("id")
                .asString();
        String file = good(
                        program.upload(
                                CASES + "/" + id + "/attachments?name=" + encoded("现场核查记录.png") + acting(),
                                PICTURE,
                                ""),
                        201)
                .get("file")
                .asString();
        good(
                act(id, "evaluate", Map.of("stage", "RECEIPT", "way", "QR", "level", "DISSATISFIED", "words", "排队太久")),
                201);
        Browser clerk = signedIn(people.staff(organisation, item.bodyName(), Role.ACCEPTANCE));

        String page = clerk.get("/desk/cases/" + id).body();

        assertThat(page)
                .contains("部门系统送来的附件", "现场核查记录.png", "群众的评价", "不满意", "2 星", "排队太久")
                .doesNotContain("??");
        String path = "/desk/cases/" + id + "/attachments/";
        assertThat(page).contains("href=\"" + path + file + "\"");
        assertThat(clerk.get(path + file).headers().firstValue("content-type")).hasValue("image/png");
        assertThat(clerk.get(path + system).statusCode()).isEqualTo(404);
        assertThat(signedIn(people.staff(organisation, "云溪市司法局", Role.ACCEPTANCE))
                        .get(path + file)
                        .statusCode())
                .isEqualTo(404);
    }

    private Browser signedIn(People.Someone someone) {
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }

    @Test
    void what_is_not_signed_with_the_secret_is_not_heard() {
        byte[] body = order(Map.of("number", number())).getBytes(StandardCharsets.UTF_8);
        CallingProgram.Signed right = program.sign("POST", CASES, body, clock.instant(), CallingProgram.nonce());
        CallingProgram liar = new CallingProgram(port, system.toString(), "x".repeat(43), clock);

        refused(liar.post(CASES, "{}"), 401, "systems.signature");
        refused(
                program.send(right, "{}".getBytes(StandardCharsets.UTF_8), "application/json"),
                401,
                "systems.signature");
        refused(
                program.send(
                        new CallingProgram.Signed(
                                "POST", CASES + "?x=1", right.timestamp(), right.nonce(), right.signature(), ""),
                        body,
                        "application/json"),
                401,
                "systems.signature");
        refused(
                new CallingProgram(port, UUID.nameUUIDFromBytes(new byte[2]).toString(), "x", clock).get(CASES),
                401,
                "systems.signature");
        refused(
                program.send(program.sign("GET", CASES, new byte[0], clock.instant(), "short"), new byte[0], ""),
                401,
                "systems.signature");

        assertThat(systems.system(administrator, system).unsigned()).isEqualTo(4);
        assertThat(systems.history(administrator, system, OptionalLong.empty())).isEmpty();
    }

    @Test
    void a_call_counts_once_and_while_it_is_fresh() {
        CallingProgram.Signed call = program.sign("GET", CASES, new byte[0], clock.instant(), CallingProgram.nonce());
        good(program.send(call, new byte[0], ""), 200);

        refused(program.send(call, new byte[0], ""), 401, "systems.replayed");
        for (Duration away : List.of(Duration.ofSeconds(301), Duration.ofSeconds(-301))) {
            Instant then = clock.instant().plus(away);
            refused(
                    program.send(
                            program.sign("GET", CASES, new byte[0], then, CallingProgram.nonce()), new byte[0], ""),
                    401,
                    "systems.stale");
        }
        assertThat(systems.history(administrator, system, OptionalLong.empty()))
                .extracting(SystemCall::status)
                .containsExactly(401, 401, 401, 200);
    }

    @Test
    void a_blocked_system_is_refused_until_it_is_let_in_again_and_an_old_secret_is_void() {
        systems.block(administrator, system);
        refused(program.get(CASES), 403, "systems.blocked");
        systems.unblock(administrator, system);
        good(program.get(CASES), 200);

        String renewed = systems.renewSecret(administrator, system).value();

        refused(program.get(CASES), 401, "systems.signature");
        good(new CallingProgram(port, system.toString(), renewed, clock).get(CASES), 200);
    }

    @Test
    void the_case_of_another_body_does_not_exist() {
        String id = entered();
        String other = organisation.bodies().stream()
                .map(body -> body.uscc().value())
                .filter(body -> !body.equals(item.bodyUscc()))
                .findFirst()
                .orElseThrow();
        Systems.Answer.Registered registered = register(other, Set.of("ACCEPTANCE", "REVIEW", "DECISION"));
        CallingProgram stranger = new CallingProgram(
                port, registered.system().toString(), registered.secret().value(), clock);

        refused(stranger.get(CASES + "/" + id), 404, "cases.unknown");
        Map.<String, Map<String, ?>>of(
                        "receive", Map.of(),
                        "accept", Map.of("result", "ACCEPTED"),
                        "process", Map.of("step", "STARTED"),
                        "special", Map.of("step", "END", "result", "符合"),
                        "finish", Map.of("result", "GRANTED"),
                        "transfer", Map.of("item", item.code().value(), "reason", "不归我们管"),
                        "evaluate", Map.of("stage", "RECEIPT", "way", "QR", "level", "SATISFIED"))
                .forEach((call, order) ->
                        refused(stranger.post(CASES + "/" + id + "/" + call, order(order)), 404, "cases.unknown"));
        refused(
                stranger.upload(CASES + "/" + id + "/attachments?name=a.png" + acting(), PICTURE, ""),
                404,
                "cases.unknown");
        refused(stranger.post(CASES, entry(number(), people.someone("林小满"))), 403, "systems.other-body");
    }

    @Test
    void each_call_that_the_rules_of_the_desk_refuse_is_refused_and_changes_nothing() {
        String id = entered();
        long version = good(program.get(CASES + "/" + id), 200).get("version").asLong();

        refused(act(id, "finish", Map.of("result", "GRANTED")), 409, "cases.not-in-this-state");
        refused(act(id, "process", Map.of("step", "STARTED")), 409, "cases.not-in-this-state");
        refused(
                act(id, "process", Map.of("step", "EXTENDED", "days", 5, "reason", "案情复杂")),
                409,
                "cases.not-in-this-state");
        refused(act(id, "special", Map.of("step", "END", "result", "x")), 409, "cases.not-in-this-state");
        refused(
                act(id, "transfer", Map.of("item", item.code().value(), "reason", "不归我们管")),
                422,
                "cases.competent-body-missing");
        refused(act(id, "process", Map.of("step", "SENT_BACK", "reason", "再看看")), 409, "cases.not-in-this-state");
        refused(
                act(id, "accept", Map.of("result", "NOT_ACCEPTED", "ground", "NOT_COMPETENT", "reason", "不归我们管")),
                422,
                "cases.competent-body-missing");
        refused(
                act(id, "accept", Map.of("result", "CORRECTION", "findings", List.of())),
                422,
                "cases.nothing-to-correct");
        refused(act(id, "accept", Map.of("result", "ACCEPTED", "version", version - 1)), 409, "cases.changed");
        refused(act(id, "accept", Map.of()), 400, "value-missing");
        refused(program.post(CASES + "/" + id + "/accept", "{\"result\": \"ACCEPTED\"}"), 422, "systems.by");
        refused(
                program.upload(CASES + "/" + id + "/attachments?material=m1&name=a.png" + acting(), PICTURE, ""),
                409,
                "cases.not-in-this-state");

        assertThat(good(program.get(CASES + "/" + id), 200).get("version").asLong())
                .isEqualTo(version);
        assertThat(systems.history(administrator, system, OptionalLong.empty()))
                .extracting(SystemCall::problem)
                .contains(Optional.of("cases.changed"), Optional.of("systems.by"), Optional.of("value-missing"));
    }

    @Test
    void a_system_does_what_its_duties_cover_and_no_more() {
        Systems.Answer.Registered clerk = register(item.bodyUscc(), Set.of("ACCEPTANCE"));
        CallingProgram window = new CallingProgram(
                port, clerk.system().toString(), clerk.secret().value(), clock);
        String id = good(window.post(CASES, entry(number(), applicant(people.someone("林小满")), attachment(window))), 201)
                .get("id")
                .asString();
        good(window.post(CASES + "/" + id + "/accept", order(Map.of("result", "ACCEPTED"))), 200);

        refused(
                window.post(
                        CASES + "/" + id + "/process",
                        order(Map.of("step", "REVIEWED", "favourable", true, "opinion", "符合"))),
                403,
                "cases.not-your-role");
        assertThat(systems.choose(administrator, clerk.system(), Set.of("REVIEW")))
                .isEmpty();
        good(
                window.post(
                        CASES + "/" + id + "/process",
                        order(Map.of("step", "REVIEWED", "favourable", true, "opinion", "符合"))),
                200);
        refused(window.post(CASES, entry(number(), people.someone("林小满"))), 403, "cases.not-your-role");
    }

    @Test
    void what_a_colleague_has_in_hand_is_left_to_them() {
        String id = entered();
        StaffMember colleague = organisation
                .staff(people.staff(organisation, item.bodyName(), Role.ACCEPTANCE)
                        .id())
                .orElseThrow();
        desk.take(new CaseId(UUID.fromString(id)), colleague, OptionalLong.empty(), true);

        refused(act(id, "accept", Map.of("result", "ACCEPTED")), 409, "cases.taken");
        refused(act(id, "receive", Map.of()), 409, "cases.taken");
        good(act(id, "receive", Map.of("over", true)), 200);
        good(act(id, "accept", Map.of("result", "ACCEPTED")), 200);
    }

    @Test
    void whoever_of_the_department_goes_on_is_named_on_the_timeline() {
        String id = entered();

        good(
                program.post(
                        CASES + "/" + id + "/accept",
                        JsonMapper.shared()
                                .writeValueAsString(
                                        Map.of("by", Map.of("name", "王强", "post", "受理岗"), "result", "ACCEPTED"))),
                200);

        assertThat(good(program.get(CASES + "/" + id), 200).get("steps").valueStream())
                .extracting(step -> step.get("by").asString().replaceFirst(" · 审批.*", ""))
                .containsExactly("林小满", "李敏 · 登记岗", "王强 · 受理岗", "王强 · 受理岗");
    }

    @Test
    void a_call_sent_again_with_its_key_is_carried_out_once_and_answered_to_nobody_else() {
        String id = entered();
        String key = "key-" + NUMBERS.incrementAndGet();
        String order = order(Map.of("result", "ACCEPTED"));
        HttpResponse<String> first = program.post(CASES + "/" + id + "/accept", order, key);

        HttpResponse<String> again = program.post(CASES + "/" + id + "/accept", order, key);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        refused(
                program.post(CASES + "/" + id + "/accept", order(Map.of("result", "NOT_REQUIRED")), key),
                409,
                "idempotency-reused");
        Systems.Answer.Registered other = register(item.bodyUscc(), Set.of("REVIEW"));
        refused(
                new CallingProgram(
                                port, other.system().toString(), other.secret().value(), clock)
                        .post(CASES + "/" + id + "/accept", order, key),
                403,
                "cases.not-your-role");
    }

    @Test
    void the_same_number_is_the_same_case_however_often_it_is_entered() {
        String number = number();
        String order = entry(number, people.someone("林小满"));
        JsonNode first = good(program.post(CASES, order), 201);

        JsonNode again = good(program.post(CASES, order), 201);

        assertThat(again.get("receiptNumber")).isEqualTo(first.get("receiptNumber"));
        String other = entered();
        refused(act(other, "receive", Map.of("number", number)), 409, "systems.number-used");
    }

    @Test
    void an_applicant_nobody_knows_yet_is_added_and_one_with_another_name_is_not_taken() {
        String idNumber = People.number(java.time.LocalDate.of(1985, 3, 4)).value();
        Map<String, String> stranger = Map.of("name", "高远山", "number", idNumber, "phone", People.phone());
        JsonNode entered = good(program.post(CASES, entry(number(), stranger)), 201);
        assertThat(entered.get("applicantName").asString()).isEqualTo("高远山");

        refused(
                program.post(CASES, entry(number(), Map.of("name", "高近山", "number", idNumber))),
                422,
                "systems.applicant-different");
        refused(
                program.post(CASES, entry(number(), Map.of("name", "高近山", "number", "1234"))),
                422,
                "systems.applicant-number");
        refused(
                program.post(
                        CASES,
                        entry(
                                number(),
                                Map.of(
                                        "name",
                                        "少年郎",
                                        "number",
                                        People.number(java.time.LocalDate.of(2015, 3, 4))
                                                .value(),
                                        "phone",
                                        People.phone()))),
                422,
                "filing.guardian");
        refused(program.post(CASES, entry("", stranger)), 422, "systems.number");
    }

    @Test
    void a_firm_enters_with_its_agent() {
        String code = People.uscc().value();
        Map<String, Object> firm =
                new LinkedHashMap<>(Map.of("uscc", code, "name", "云溪好味餐饮有限公司", "representative", "王法定"));
        refused(program.post(CASES, entry(number(), firm)), 422, "systems.applicant-agent");
        firm.put(
                "agent",
                Map.of(
                        "name",
                        "周代办",
                        "number",
                        People.number(java.time.LocalDate.of(1985, 3, 4)).value(),
                        "phone",
                        People.phone()));

        JsonNode entered = good(program.post(CASES, entry(number(), firm)), 201);

        assertThat(entered.get("applicantName").asString()).isEqualTo("云溪好味餐饮有限公司");
    }

    @Test
    void what_is_missing_is_named_all_at_once_by_its_place_in_the_body() {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("by", BY);
        order.put("number", number());
        order.put("item", item.code().value());
        order.put("applicant", applicant(people.someone("林小满")));

        HttpResponse<String> answer = program.post(CASES, JsonMapper.shared().writeValueAsString(order));

        refused(answer, 422, "filing.invalid");
        assertThat(json(answer)
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .anyMatch(field -> field.startsWith("/answers/"))
                .anyMatch(field -> field.startsWith("/materials/"));
    }

    @Test
    void what_was_brought_after_the_notice_is_handed_in_and_the_rest_stays() {
        String id = entered();
        String material = uploaded(good(program.get(CASES + "/" + id), 200));
        good(
                act(
                        id,
                        "accept",
                        Map.of(
                                "result",
                                "CORRECTION",
                                "findings",
                                List.of(Map.of(
                                        "kind", "MATERIAL", "id", material, "wrong", "看不清", "remedy", "请重新拍照")))),
                200);
        refused(
                act(
                        id,
                        "accept",
                        Map.of("result", "CORRECTION", "findings", List.of(Map.of("kind", "MATERIAL", "id", "没有")))),
                422,
                "systems.point-unknown");
        String file = attachment();

        JsonNode corrected = good(
                act(
                        id,
                        "receive",
                        Map.of(
                                "correction",
                                Map.of("materials", List.of(Map.of("material", material, "files", List.of(file)))))),
                200);

        assertThat(corrected.get("state").asString()).isEqualTo("RECEIVED");
        assertThat(corrected.get("toCorrect")).isEmpty();
        refused(act(id, "receive", Map.of("correction", Map.of())), 409, "filing.nothing-to-correct");
    }

    @Test
    void attachments_are_checked_as_every_upload_of_the_house() {
        String id = entered();
        String target = CASES + "/" + id + "/attachments?name=";
        String sm3 = HexFormat.of().formatHex(Sm3.digest(PICTURE));

        JsonNode kept =
                good(program.upload(target + encoded("记录.png") + "&sm3=" + sm3 + acting(), PICTURE, "file-" + id), 201);
        assertThat(kept.get("sm3").asString()).isEqualTo(sm3);
        assertThat(good(
                                program.upload(
                                        target + encoded("记录.png") + "&sm3=" + sm3 + acting(), PICTURE, "file-" + id),
                                201)
                        .get("file"))
                .isEqualTo(kept.get("file"));
        refused(
                program.upload(target + "a.png" + acting(), "另一个".getBytes(StandardCharsets.UTF_8), "file-" + id),
                409,
                "idempotency-reused");
        refused(program.upload(target + "a.png&sm3=" + "0".repeat(64) + acting(), PICTURE, ""), 422, "systems.digest");
        refused(
                program.upload(target + "a.png" + acting(), new byte[] {'M', 'Z', 0, 3, 0, 0, 0, 4}, ""),
                422,
                "systems.file.");
        refused(program.upload(target + "a.png", PICTURE, ""), 422, "systems.by");
        assertThat(good(program.get(CASES + "/" + id), 200).get("attachments")).hasSize(1);
        refused(
                program.upload("/api/v1/systems/attachments?name=a.png" + acting(), new byte[(20 << 20) + 1], ""),
                413,
                "too-large");
    }

    @Test
    void an_attachment_of_another_system_cannot_be_entered() {
        String theirs = attachment();
        Systems.Answer.Registered other = register(item.bodyUscc(), Set.of("ACCEPTANCE"));
        CallingProgram stranger = new CallingProgram(
                port, other.system().toString(), other.secret().value(), clock);

        refused(
                stranger.post(CASES, entry(number(), applicant(people.someone("林小满")), theirs)),
                422,
                "systems.attachment-unknown");
    }

    @Test
    void a_bad_evaluation_is_taken_in_every_state_and_a_default_hinders_none() {
        String id = entered();
        Map<String, Object> bad = Map.of(
                "stage",
                "RECEIPT",
                "way",
                "QR",
                "level",
                "VERY_DISSATISFIED",
                "indicators",
                List.of("115", "108"),
                "words",
                "等了两个小时");
        good(
                act(id, "evaluate", Map.of("stage", "RECEIPT", "way", "QR", "level", "VERY_SATISFIED", "given", false)),
                201);

        JsonNode kept = good(act(id, "evaluate", bad), 201);

        assertThat(kept.get("number").asString()).startsWith("PJ-");
        refused(act(id, "evaluate", bad), 409, "systems.evaluated-before");
        refused(
                act(
                        id,
                        "evaluate",
                        Map.of(
                                "stage",
                                "ACCEPTANCE",
                                "way",
                                "QR",
                                "level",
                                "DISSATISFIED",
                                "indicators",
                                List.of("510"))),
                422,
                "systems.indicators");
        good(act(id, "accept", Map.of("result", "NOT_REQUIRED", "reason", "不需要许可")), 200);
        good(act(id, "evaluate", Map.of("stage", "COMPLETION", "way", "SMS", "level", "DISSATISFIED")), 201);
        List<Evaluation> all = evaluations.of(Set.of(UUID.fromString(id))).getOrDefault(UUID.fromString(id), List.of());
        assertThat(all).filteredOn(Evaluation::given).hasSize(2);
        assertThat(all).extracting(Evaluation::words).contains("等了两个小时");
        assertThat(sql.sql("select words from systems.evaluation where number = :number")
                        .param("number", kept.get("number").asString())
                        .query((row, _) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                        .single())
                .doesNotContain("等了");
    }

    @Test
    void not_accepted_and_refused_end_as_at_the_desk() {
        String first = entered();
        JsonNode refusedCase = good(
                act(
                        first,
                        "accept",
                        Map.of(
                                "result",
                                "NOT_ACCEPTED",
                                "ground",
                                "NOT_COMPETENT",
                                "reason",
                                "经营地在外县",
                                "competentBody",
                                "外县市场监督管理局")),
                200);
        assertThat(refusedCase.get("state").asString()).isEqualTo(CaseState.NOT_ACCEPTED.name());
        String second = entered();
        good(act(second, "accept", Map.of("result", "ACCEPTED")), 200);
        good(act(second, "process", Map.of("step", "EXTENDED", "days", 5, "reason", "需要核实")), 200);
        good(act(second, "process", Map.of("step", "REVIEWED", "favourable", false, "opinion", "条件不符")), 200);
        refused(act(second, "finish", Map.of("result", "REFUSED")), 422, "cases.reason-missing");

        JsonNode finished = good(act(second, "finish", Map.of("result", "REFUSED", "words", "没有冷食专间")), 200);

        assertThat(finished.get("outcome").asString()).isEqualTo("REFUSED");
        assertThat(finished.has("licence")).isFalse();
    }

    private Systems.Answer.Registered register(String body, Set<String> duties) {
        return (Systems.Answer.Registered)
                systems.register(administrator, "审批系统 " + NUMBERS.incrementAndGet(), body, duties);
    }

    private static String number() {
        return "SP2026-%05d".formatted(NUMBERS.incrementAndGet());
    }

    private String entered() {
        return good(program.post(CASES, entry(number(), people.someone("林小满"))), 201)
                .get("id")
                .asString();
    }

    private String attachment() {
        return attachment(program);
    }

    private static String attachment(CallingProgram by) {
        return good(by.upload("/api/v1/systems/attachments?name=a.png" + acting(), PICTURE, ""), 201)
                .get("file")
                .asString();
    }

    private static Map<String, String> applicant(People.Someone someone) {
        return Map.of("name", someone.name(), "number", someone.number().value());
    }

    private String entry(String number, People.Someone someone) {
        return entry(number, applicant(someone));
    }

    private String entry(String number, Map<String, ?> applicant) {
        return entry(number, applicant, attachment());
    }

    /** Everything the item asks for. */
    private String entry(String number, Map<String, ?> applicant, String file) {
        Map<String, String> situations = new LinkedHashMap<>();
        item.situations()
                .forEach(one -> situations.put(one.id(), one.answers().getLast().id()));
        String kind = applicant.containsKey("uscc") ? "单位" : "个人";
        AnswerSamples samples = new AnswerSamples(new Random(20260302));
        Map<String, String> answers = new LinkedHashMap<>(Questionnaire.filled(
                item.form(), _ -> 1, asked -> switch (asked.field().id()) {
                    case "applicant_kind" -> kind;
                    case "delivery" -> "只要电子的";
                    default -> samples.right(asked.field());
                }));
        item.form().fields().stream()
                .filter(field -> field.kind() == Form.Kind.IDENTITY_NUMBER || field.kind() == Form.Kind.USCC)
                .forEach(field -> answers.remove(field.id()));
        List<Map<String, Object>> materials = new ArrayList<>();
        Checklist.of(item, situations, AtHand.NOTHING).lines().stream()
                .filter(line -> line.duty() instanceof Checklist.Duty.Upload)
                .forEach(
                        line -> materials.add(Map.of("material", line.material().id(), "files", List.of(file))));
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "by", BY,
                        "number", number,
                        "item", item.code().value(),
                        "applicant", applicant,
                        "situations", situations,
                        "answers", answers,
                        "materials", materials));
    }

    private static String uploaded(JsonNode file) {
        return StreamSupport.stream(file.get("materials").spliterator(), false)
                .filter(line -> line.get("way").asString().equals("UPLOADED"))
                .map(line -> line.get("material").asString())
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> act(String id, String call, Map<String, ?> order) {
        return program.post(CASES + "/" + id + "/" + call, order(order));
    }

    private static String order(Map<String, ?> order) {
        Map<String, Object> all = new LinkedHashMap<>(order);
        all.put("by", BY);
        return JsonMapper.shared().writeValueAsString(all);
    }

    private String today() {
        return java.time.LocalDate.ofInstant(clock.instant(), clock.getZone()).toString();
    }

    private static String acting() {
        return "&by=" + encoded("李敏") + "&post=" + encoded("登记岗");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode good(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json(answer);
    }

    private static void refused(HttpResponse<String> answer, int status, String problem) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(json(answer).get("type").asString()).startsWith("/problems/" + problem);
        assertThat(json(answer).get("detail").asString()).isNotBlank().doesNotContain("problem.");
    }

    static byte[] picture() {
        try {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            javax.imageio.ImageIO.write(
                    new java.awt.image.BufferedImage(4, 4, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", content);
            return content.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
