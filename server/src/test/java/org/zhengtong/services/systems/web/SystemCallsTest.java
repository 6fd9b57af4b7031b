package org.zhengtong.services.systems.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseReplay;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseTerms;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.services.systems.Evaluation;
import org.zhengtong.services.systems.Evaluations;
import org.zhengtong.services.systems.SystemCall;
import org.zhengtong.services.systems.Systems;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The eight calls as a department's own system makes them. */
class SystemCallsTest extends DepartmentProgram {
    @Autowired
    CaseDesk desk;

    @Autowired
    CaseReplay replay;

    @Autowired
    Licences licences;

    @Autowired
    Evaluations evaluations;

    @Autowired
    JdbcClient sql;

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
        assertThat(content.headers().allValues("content-security-policy"))
                .containsExactly("default-src 'none'; sandbox; frame-ancestors 'self'");
        assertThat(content.headers().firstValue("content-disposition").orElse(""))
                .startsWith("attachment; filename=");
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

    private Browser signedIn(People.Someone someone) {
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }

    private static String uploaded(JsonNode file) {
        return StreamSupport.stream(file.get("materials").spliterator(), false)
                .filter(line -> line.get("way").asString().equals("UPLOADED"))
                .map(line -> line.get("material").asString())
                .findFirst()
                .orElseThrow();
    }
}
