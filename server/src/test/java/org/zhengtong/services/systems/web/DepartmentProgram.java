package org.zhengtong.services.systems.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.services.systems.web.CallingProgram.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Questionnaire;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.AnswerSamples;
import org.zhengtong.services.filing.AtHand;
import org.zhengtong.services.filing.Checklist;
import org.zhengtong.services.systems.Systems;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A department's own system and its body, for the tests of the calls it makes. */
@ZhengtongTest
abstract class DepartmentProgram {
    static final String CASES = "/api/v1/systems/cases";
    static final byte[] PICTURE = picture();
    static final AtomicInteger NUMBERS = new AtomicInteger();
    static final Map<String, String> BY = Map.of("name", "李敏", "post", "登记岗");

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
    Systems systems;

    @Autowired
    TestClock clock;

    People people;
    ServiceItem item;
    StaffMember administrator;
    UUID system;
    CallingProgram program;

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

    Systems.Answer.Registered register(String body, Set<String> duties) {
        return (Systems.Answer.Registered)
                systems.register(administrator, "审批系统 " + NUMBERS.incrementAndGet(), body, duties);
    }

    /** A number of the department for a case of its own, a new one each time. */
    static String number() {
        return "SP2026-%05d".formatted(NUMBERS.incrementAndGet());
    }

    String entered() {
        return good(program.post(CASES, entry(number(), people.someone("林小满"))), 201)
                .get("id")
                .asString();
    }

    String attachment() {
        return attachment(program);
    }

    static String attachment(CallingProgram by) {
        return good(by.upload("/api/v1/systems/attachments?name=a.png" + acting(), PICTURE, ""), 201)
                .get("file")
                .asString();
    }

    static Map<String, String> applicant(People.Someone someone) {
        return Map.of("name", someone.name(), "number", someone.number().value());
    }

    String entry(String number, People.Someone someone) {
        return entry(number, applicant(someone));
    }

    String entry(String number, Map<String, ?> applicant) {
        return entry(number, applicant, attachment());
    }

    /** Everything the item asks for. */
    String entry(String number, Map<String, ?> applicant, String file) {
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

    HttpResponse<String> act(String id, String call, Map<String, ?> order) {
        return program.post(CASES + "/" + id + "/" + call, order(order));
    }

    static String order(Map<String, ?> order) {
        Map<String, Object> all = new LinkedHashMap<>(order);
        all.put("by", BY);
        return JsonMapper.shared().writeValueAsString(all);
    }

    String today() {
        return java.time.LocalDate.ofInstant(clock.instant(), clock.getZone()).toString();
    }

    static String acting() {
        return "&by=" + encoded("李敏") + "&post=" + encoded("登记岗");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static JsonNode good(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json(answer);
    }

    static void refused(HttpResponse<String> answer, int status, String problem) {
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
