package org.zhengtong.services.systems.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.services.systems.web.CallingProgram.json;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.services.systems.Systems;
import org.zhengtong.testing.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a department's system may enter: cases with their applicants, and files. */
class EnteringCallsTest extends DepartmentProgram {
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
}
