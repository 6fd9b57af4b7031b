package org.zhengtong.services.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Accounts;
import org.zhengtong.people.identity.FirmRegistration;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.InPerson;
import org.zhengtong.people.identity.Opening;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.RealName;
import org.zhengtong.people.identity.Registration;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.cases.WaitingResult;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.AnswerSamples;
import org.zhengtong.services.filing.Checklist;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.WindowFiling;
import org.zhengtong.services.filing.WindowFiling.Filed;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceOrder;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.People.Someone;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one window: finding, registering, filing in somebody's name, handing over, accepting many, results on paper. */
@ZhengtongTest
class WindowTest {
    private static final String REGULATOR = "云溪市市场监督管理局";
    private static final String POLICE = "云溪市公安局";
    private static final byte[] PHOTO = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==");

    @LocalServerPort
    int port;

    @Autowired
    Visits visits;

    @Autowired
    Handovers handovers;

    @Autowired
    BatchAcceptance batch;

    @Autowired
    ResultCounter counter;

    @Autowired
    WindowFiling filing;

    @Autowired
    Drafts drafts;

    @Autowired
    Cases cases;

    @Autowired
    CaseDesk desk;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Licences licences;

    @Autowired
    Identity identity;

    @Autowired
    Accounts accounts;

    @Autowired
    Organisation organisation;

    @Autowired
    Identifiers identifiers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private People people;
    private StaffMember clerk;

    @BeforeEach
    void clerk() {
        people = new People(identity);
        clerk = staff(REGULATOR, Role.ACCEPTANCE);
    }

    @Test
    void nothing_is_open_before_the_clerk_is_sure_and_the_person_reads_who_opened_it_and_why() {
        Someone citizen = people.someone("欧阳青石");
        Browser window = browser(clerk);
        UUID visit = begin(clerk, Visit.Way.NUMBER, citizen.number().value());

        String before = window.get("/desk/window/visits/" + visit).body();
        List<WrongField> unseen = visits.confirm(clerk, visit, "", false);
        boolean startedBefore = opens(() -> visits.start(clerk, visit, food().code(), Optional.empty()));
        List<WrongField> seen = visits.confirm(clerk, visit, "", true);

        assertThat(before)
                .contains("欧**", citizen.number().masked())
                .doesNotContain("欧阳青石", citizen.number().value(), citizen.phone(), "??");
        assertThat(unseen).extracting(WrongField::field).containsExactly("seen");
        assertThat(startedBefore).isFalse();
        assertThat(seen).isEmpty();
        assertThat(window.get("/desk/window/visits/" + visit).body())
                .contains("欧阳青石")
                .doesNotContain(citizen.number().value(), citizen.phone(), "??");
        assertThat(accounts.openings(signedIn(citizen.id())).getFirst())
                .extracting(Opening::workplace, Opening::purpose, Opening::own)
                .containsExactly(Optional.of(REGULATOR), "来办执照", false);
    }

    @Test
    void a_telephone_is_only_a_hint_and_a_licence_needs_the_card() {
        Someone citizen = people.someone("林青石");

        UUID byPhone = begin(clerk, Visit.Way.PHONE, citizen.phone());
        assertThat(browser(clerk).get("/desk/window/visits/" + byPhone).body())
                .contains("林**", citizen.number().masked())
                .doesNotContain("林青石");
        assertThat(visits.confirm(clerk, byPhone, citizen.number().value().substring(14), true))
                .extracting(WrongField::field)
                .containsExactly("number");
        assertThat(visits.confirm(clerk, byPhone, citizen.number().value(), true))
                .isEmpty();
        assertThat(standing(byPhone)).isEqualTo(Visit.Standing.CONFIRMED);

        assertThat(visits.begin(clerk, typed(Visit.Way.LICENCE, "1.2.156.3005.2.nothing")))
                .isInstanceOf(Visits.Begun.Wrong.class);
        Licence licence = licence(citizen);
        UUID byLicence = begin(clerk, Visit.Way.LICENCE, "https://yunxi.example/verify/" + licence.identifier());
        assertThat(standing(byLicence)).isEqualTo(Visit.Standing.FOUND);
        assertThat(visits.confirm(clerk, byLicence, "0000", true))
                .extracting(WrongField::field)
                .containsExactly("number");
        assertThat(visits.confirm(clerk, byLicence, citizen.number().value().substring(14), true))
                .isEmpty();
        assertThat(licences.readings(licence.id()))
                .anySatisfy(reading -> assertThat(reading.actor()).isEqualTo(clerk.actor()));
    }

    @Test
    void who_is_not_known_is_registered_on_the_spot_and_later_chooses_a_password() {
        IdentityNumber number = People.number(LocalDate.of(1979, 3, 2));
        String phone = People.phone();
        UUID visit = begin(clerk, Visit.Way.NUMBER, number.value());

        assertThat(browser(clerk).get("/desk/window/visits/" + visit).body())
                .as("nothing is typed twice")
                .contains("value=\"" + number.value() + "\"");
        assertThat(visits.register(clerk, visit, new InPerson("周青石", number.value(), "12", "", true)))
                .extracting(WrongField::field)
                .containsExactly("phone");
        assertThat(visits.register(clerk, visit, new InPerson("周青石", number.value(), phone, "", true)))
                .isEmpty();

        PersonId person = visits.visit(clerk, visit).person().orElseThrow();
        assertThat(accounts.realNameOf(person)).isEqualTo(RealName.CONFIRMED);
        String password = "云溪-纸鸢-42-飞过";
        Registration stranger = new Registration("周青石", number.value(), People.phone(), "", password, password, true);
        Registration oneself = new Registration("周青石", number.value(), phone, "", password, password, true);
        assertThat(accounts.register(stranger, "192.0.2.7")).isInstanceOf(Accounts.Answer.Wrong.class);
        assertThat(accounts.register(oneself, "192.0.2.7")).isEqualTo(new Accounts.Answer.Done(person));
        assertThat(accounts.register(oneself, "192.0.2.7")).as("only once").isInstanceOf(Accounts.Answer.Wrong.class);
    }

    @Test
    void a_firm_joins_through_its_code_with_the_agent_present() {
        Someone citizen = people.someone("林青石");
        UUID visit = serve(clerk, citizen);
        String code = People.uscc().value();

        assertThat(visits.registerFirm(clerk, visit, new FirmRegistration("123", "", "", "", "")))
                .extracting(WrongField::field)
                .contains("uscc", "name");
        assertThat(visits.registerFirm(clerk, visit, new FirmRegistration(code, "云溪青石餐饮有限公司", "林青石", "", "")))
                .isEmpty();

        assertThat(identity.firmsOf(citizen.id()))
                .singleElement()
                .satisfies(firm -> assertThat(firm.uscc().value()).isEqualTo(code));
    }

    @Test
    void what_is_signed_is_what_is_filed_and_the_clerk_may_accept_at_once() throws FileRefused {
        Someone citizen = people.someone("林青石");
        UUID visit = serve(clerk, citizen);
        UUID draft = begun(visits.start(clerk, visit, individual().code(), Optional.empty()));
        fill(clerk, draft, Map.of());

        assertThat(filing.submit(clerk, draft, true)).as("not signed").isInstanceOf(Filed.NotReady.class);
        filing.sign(clerk, draft, new ByteArrayInputStream(PHOTO), "签字.png");
        fill(clerk, draft, Map.of());
        assertThat(filing.submit(clerk, draft, true))
                .as("changed after the signature")
                .isInstanceOf(Filed.NotReady.class);
        UUID signed = filing.sign(clerk, draft, new ByteArrayInputStream(PHOTO), "签字.png");
        Filed filed = filing.submit(clerk, draft, true);

        assertThat(filed).isInstanceOf(Filed.OnDisk.class);
        CaseId id = ((Filed.OnDisk) filed).id();
        CaseFile file = cases.open(id, citizen.id());
        assertThat(file.channel()).isEqualTo(Channel.WINDOW);
        assertThat(file.agent()).isEqualTo(citizen.id());
        assertThat(file.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(file.materials()).contains(new HandedIn.Uploaded(HandedIn.SIGNED_APPLICATION, signed));
        assertThat(((Filed.OnDisk) filing.submit(clerk, draft, true)).id())
                .as("a second click")
                .isEqualTo(id);
        String receipt = browser(clerk)
                .get("/desk/window/visits/" + visit + "/cases/" + id.value() + "/receipt")
                .body();
        assertThat(receipt).contains(file.receiptNumber(), "已经受理").doesNotContain("??");
        String atDesk = browser(staff(REGULATOR, Role.REVIEW))
                .get("/desk/cases/" + id.value())
                .body();
        assertThat(atDesk).contains("申请书（窗口打印、申请人签字）", signed.toString());
        assertThat(browserOf(citizen)
                        .get("/my/cases/" + id.value() + "/documents/1")
                        .body())
                .contains("申请书（窗口打印、申请人签字）")
                .doesNotContain(HandedIn.SIGNED_APPLICATION);
    }

    @Test
    void the_clerks_hands_are_off_the_draft_when_the_visit_ends_and_nobody_elses_were_ever_on_it() {
        Someone citizen = people.someone("林青石");
        UUID visit = serve(clerk, citizen);
        UUID draft = begun(visits.start(clerk, visit, individual().code(), Optional.empty()));
        StaffMember colleague = staff(REGULATOR, Role.ACCEPTANCE);

        assertThat(drafts.draft(signedIn(clerk.person()), draft).owner()).isEqualTo(citizen.id());
        assertThat(opens(() -> drafts.draft(signedIn(colleague.person()), draft)))
                .isFalse();
        assertThat(opens(() -> visits.visit(colleague, visit))).isFalse();
        assertThat(opens(() -> drafts.delete(signedIn(clerk.person()), draft))).isFalse();
        visits.close(clerk, visit);

        assertThat(opens(() -> drafts.draft(signedIn(clerk.person()), draft))).isFalse();
        assertThat(drafts.openOf(citizen.id())).extracting(Drafts.Open::id).containsExactly(draft);
        assertThat(opens(() -> visits.start(clerk, visit, individual().code(), Optional.empty())))
                .isFalse();

        UUID second = serve(clerk, citizen);
        visits.goOn(clerk, second, draft);
        clock.advance(Visit.LONGEST.plus(Duration.ofMinutes(1)));
        assertThat(opens(() -> drafts.draft(signedIn(clerk.person()), draft)))
                .as("left open overnight")
                .isFalse();
    }

    @Test
    void a_matter_goes_to_another_window_with_all_that_was_filled_in() {
        Someone citizen = people.someone("林青石");
        StaffMember police = staff(POLICE, Role.ACCEPTANCE);
        UUID visit = serve(clerk, citizen);
        UUID draft = begun(visits.start(clerk, visit, individual().code(), Optional.empty()));
        fill(clerk, draft, Map.of());
        int version = drafts.draft(signedIn(citizen.id()), draft).version();

        assertThat(handovers.handOver(clerk, visit, Optional.of(draft), REGULATOR, ""))
                .isInstanceOf(Handovers.Answer.Wrong.class);
        Handovers.Answer answer = handovers.handOver(
                clerk, visit, Optional.of(draft), police.body().uscc().value(), "涉及特种行业，请一并受理");
        UUID id = ((Handovers.Answer.Done) answer).handover();

        assertThat(standing(visit)).isEqualTo(Visit.Standing.OVER);
        assertThat(handovers.waiting(police)).extracting(Handover::id).contains(id);
        assertThat(browser(clerk).get("/desk/window/handovers/" + id).body())
                .contains(POLICE, police.body().address(), "涉及特种行业", "林**")
                .doesNotContain("林青石", "??");
        UUID there = handovers.take(police, id);
        assertThat(opens(() -> drafts.draft(signedIn(police.person()), draft))).isFalse();
        assertThat(visits.confirm(police, there, citizen.number().value().substring(14), true))
                .isEmpty();
        Draft goesOn = drafts.draft(signedIn(police.person()), draft);
        assertThat(goesOn.version()).isEqualTo(version);
        assertThat(goesOn.answers().values()).isNotEmpty();
        assertThat(handovers.waiting(police)).extracting(Handover::id).doesNotContain(id);
        assertThat(opens(() -> handovers.handover(staff("云溪市民政局", Role.ACCEPTANCE), id)))
                .isFalse();
    }

    @Test
    void many_are_accepted_at_once_and_each_has_its_own_answer() throws FileRefused {
        CaseId complete = filed(people.someone("林青石"), Map.of());
        CaseId stale = filed(people.someone("周青石"), Map.of());
        CaseId held = filed(people.someone("孙青石"), Map.of());
        desk.take(held, staff(REGULATOR, Role.ACCEPTANCE), OptionalLong.empty(), false);
        CaseId nowhere = new CaseId(new UUID(4, 2));

        List<BatchAcceptance.Answer> answers = batch.accept(
                clerk,
                List.of(
                        new BatchAcceptance.Chosen(complete, OptionalLong.of(1)),
                        new BatchAcceptance.Chosen(stale, OptionalLong.of(77)),
                        new BatchAcceptance.Chosen(held, OptionalLong.empty()),
                        new BatchAcceptance.Chosen(nowhere, OptionalLong.empty())));

        assertThat(answers)
                .extracting(
                        BatchAcceptance.Answer::id,
                        answer -> answer.problem()
                                .map(BatchAcceptance.Refused::code)
                                .orElse(""))
                .containsExactly(
                        tuple(complete, ""),
                        tuple(stale, "cases.changed"),
                        tuple(held, "cases.taken"),
                        tuple(nowhere, "cases.unknown"));
        assertThat(desk.open(complete, clerk).state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(desk.open(stale, clerk).state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(browser(clerk).get("/desk/window/acceptance").body())
                .contains(stale.value().toString(), "齐全")
                .doesNotContain("??");
        assertThatThrownBy(() -> batch.accept(clerk, List.of())).isInstanceOf(Problem.class);
    }

    @Test
    void programs_accept_many_as_well_and_are_told_of_each() throws Exception {
        CaseId good = filed(people.someone("林青石"), Map.of());
        CaseId stale = filed(people.someone("周青石"), Map.of());
        String phone = identity.person(clerk.person()).phone();
        String token = JsonMapper.shared()
                .readTree(call("/api/v1/sessions", "", """
                        {"account": "%s", "password": "%s"}""".formatted(phone, People.PASSWORD))
                        .body())
                .get("token")
                .asString();

        HttpResponse<String> answer =
                call("/api/v1/desk/acceptances", token, """
                {"cases": [{"id": "%s", "version": 1}, {"id": "%s", "version": 9}]}""".formatted(good.value(), stale.value()));
        HttpResponse<String> nothing = call("/api/v1/desk/acceptances", token, "{}");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode answers = JsonMapper.shared().readTree(answer.body()).get("answers");
        assertThat(answers.get(0).get("accepted").asBoolean()).isTrue();
        assertThat(answers.get(1).get("problem").asString()).isEqualTo("/problems/cases.changed");
        assertThat(answers.get(1).get("detail").asString()).isNotBlank();
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
    }

    private HttpResponse<String> call(String path, String token, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void a_result_on_paper_waits_until_it_is_handed_over_with_its_proof() throws FileRefused {
        Someone citizen = people.someone("林青石");
        CaseId id = filed(citizen, Map.of("delivery", "到大厅领取"));
        grant(id);
        CaseFile granted = cases.open(id, citizen.id());
        StaffMember police = staff(POLICE, Role.ACCEPTANCE);

        assertThat(granted.state()).isEqualTo(CaseState.GRANTED);
        assertThat(granted.licence()).as("the electronic licence does not wait").isPresent();
        assertThat(browserOf(citizen).get("/my/cases/" + id.value()).body()).contains("请带身份证到窗口领取");
        assertThat(counter.waiting(police))
                .as("one window out")
                .extracting(WaitingResult::id)
                .contains(id);
        assertThatThrownBy(() -> counter.collected(police, id, OptionalLong.empty(), "0000", Optional.empty()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("window.wrong-collector"));
        counter.collected(
                police, id, OptionalLong.empty(), citizen.number().value().substring(14), Optional.empty());

        CaseFile closed = cases.open(id, citizen.id());
        assertThat(closed.state()).isEqualTo(CaseState.CLOSED);
        assertThat(closed.step(StepKind.DELIVERED).orElseThrow().facts())
                .containsEntry("way", "WINDOW")
                .containsEntry("receiver", "林**");
        assertThat(closed.standing().deliveredOn()).isPresent();
        assertThatThrownBy(() -> counter.electronically(police, id, OptionalLong.empty()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("cases.not-waiting"));
    }

    @Test
    void somebody_else_collects_with_a_card_of_their_own_and_the_receipt_names_them() throws FileRefused {
        Someone citizen = people.someone("林青石");
        CaseId id = filed(citizen, Map.of("delivery", "到大厅领取"));
        grant(id);
        IdentityNumber number = People.number(LocalDate.of(1988, 4, 9));
        String child = People.number(LocalDate.now(clock).minusYears(17)).value();
        Someone known = people.someone("周青石");

        assertThat(refusal(id, agent("", number.value(), "SPOUSE"))).isEqualTo("window.agent.name");
        assertThat(refusal(id, agent("周明", "330102198804090000", "SPOUSE"))).isEqualTo("window.agent.number");
        assertThat(refusal(id, agent("周明", child, "CHILD"))).isEqualTo("window.agent.under-age");
        assertThat(refusal(id, agent("林青石", citizen.number().value(), "SPOUSE")))
                .isEqualTo("window.agent.oneself");
        assertThat(refusal(id, agent("周明", known.number().value(), "SPOUSE"))).isEqualTo("window.agent.name-differs");
        assertThat(refusal(id, agent("周明", number.value(), ""))).isEqualTo("window.agent.relation");
        assertThat(refusal(id, agent("周明", number.value(), "ENTRUSTED"))).isEqualTo("window.agent.mandate");
        assertThat(refusal(id, new Agent("周明", number.value(), "SPOUSE", false, Optional.empty())))
                .isEqualTo("window.agent.not-seen");
        String page = "/desk/window/delivery/" + id.value();
        assertThat(browser(clerk)
                        .post(page, "version", "4", "way", "agent", "name", "周明", "relation", "SPOUSE")
                        .body())
                .as("nothing is typed twice")
                .contains("value=\"周明\"", "代领人的身份证号码不对")
                .doesNotContain("??");
        UUID mandate = mandate(citizen);
        counter.collectedBy(
                clerk,
                id,
                OptionalLong.empty(),
                new Agent("周明", number.value(), "ENTRUSTED", true, Optional.of(mandate)),
                Optional.empty());

        CaseFile closed = cases.open(id, citizen.id());
        assertThat(closed.state()).isEqualTo(CaseState.CLOSED);
        assertThat(closed.has(mandate)).isTrue();
        assertThat(closed.step(StepKind.DELIVERED).orElseThrow().facts().values())
                .contains("周明", number.masked())
                .doesNotContain(number.value());
        Browser own = browserOf(citizen);
        assertThat(own.get("/my/cases/" + id.value()).body())
                .contains("周明（书面委托的其他人", number.masked(), "代为领取")
                .doesNotContain("??", number.value());
        int step = closed.step(StepKind.DELIVERED).orElseThrow().number();
        assertThat(own.get("/my/cases/" + id.value() + "/documents/" + step).body())
                .contains("领取人：周明", number.masked());
    }

    private static Agent agent(String name, String number, String relation) {
        return new Agent(name, number, relation, true, Optional.empty());
    }

    private String refusal(CaseId id, Agent agent) {
        try {
            counter.collectedBy(clerk, id, OptionalLong.empty(), agent, Optional.empty());
            return "";
        } catch (Problem problem) {
            return problem.code();
        }
    }

    private UUID mandate(Someone citizen) throws FileRefused {
        UUID visit = serve(clerk, citizen);
        UUID draft =
                begun(visits.start(clerk, visit, food().code(), Optional.of(people.firmOf(citizen.id(), "云溪青石饭店"))));
        return filing.sign(clerk, draft, new ByteArrayInputStream(PHOTO), "委托书.png");
    }

    @Test
    void a_result_is_sent_with_a_tracking_number_the_applicant_can_read() throws FileRefused {
        Someone citizen = people.someone("林青石");
        CaseId id = filed(citizen, Map.of("delivery", "邮寄", "delivery_address", "云溪市望溪区青石路 8 号"));
        grant(id);

        assertThat(browser(clerk).get("/desk/window/delivery/" + id.value()).body())
                .contains("青石路 8 号")
                .doesNotContain("??");
        assertThatThrownBy(() -> counter.sent(clerk, id, OptionalLong.empty(), "EMS", "?"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("cases.tracking-wrong"));
        counter.sent(clerk, id, OptionalLong.empty(), "EMS", "eb 123 456 789 cn");

        assertThat(browserOf(citizen).get("/my/cases/" + id.value()).body()).contains("EB123456789CN");
    }

    @Test
    void electronic_results_are_delivered_in_the_moment_of_the_decision() throws FileRefused {
        Someone citizen = people.someone("林青石");
        CaseId id = filed(citizen, Map.of("delivery", "只要电子的"));

        grant(id);

        assertThat(cases.open(id, citizen.id()).state()).isEqualTo(CaseState.CLOSED);
        assertThat(counter.waiting(clerk)).extracting(WaitingResult::id).doesNotContain(id);
    }

    @Test
    void the_window_is_for_those_who_accept_and_nobody_serves_themselves() {
        StaffMember reviewer = staff(REGULATOR, Role.REVIEW);

        assertThat(browser(reviewer).get("/desk/window").statusCode()).isEqualTo(403);
        assertThat(browser(reviewer).get("/desk/window/delivery").statusCode()).isEqualTo(403);
        assertThat(browser(reviewer).get("/desk/window/acceptance").statusCode())
                .isEqualTo(403);
        assertThat(browser(staff(REGULATOR, Role.CATALOGUE)).get("/desk/window").statusCode())
                .isEqualTo(302);
        String own = identity.openNumber(clerk.person(), "system", "a test").value();
        assertThatThrownBy(() -> begin(clerk, Visit.Way.NUMBER, own))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("window.own-matter"));
    }

    private ServiceItem food() {
        return item("食品经营许可");
    }

    private ServiceItem individual() {
        return item("个体工商户设立登记");
    }

    private ServiceItem item(String name) {
        return catalogue.items().stream()
                .filter(item -> item.name().contains(name))
                .filter(item -> item.bodyName().equals(REGULATOR))
                .findFirst()
                .orElseThrow();
    }

    private StaffMember staff(String body, Role... roles) {
        return organisation.staff(people.staff(organisation, body, roles).id()).orElseThrow();
    }

    private static NewVisit typed(Visit.Way way, String who) {
        return new NewVisit(way, who, "来办执照", Optional.of(""));
    }

    private UUID begin(StaffMember at, Visit.Way way, String who) {
        return ((Visits.Begun.Open) visits.begin(at, typed(way, who))).visit();
    }

    private UUID serve(StaffMember at, Someone citizen) {
        UUID visit = begin(at, Visit.Way.NUMBER, citizen.number().value());
        assertThat(visits.confirm(at, visit, "", true)).isEmpty();
        return visit;
    }

    private Visit.Standing standing(UUID visit) {
        return visits.visit(clerk, visit).standing(clock.instant());
    }

    private static UUID begun(Drafts.Start start) {
        return ((Drafts.Start.Begun) start).draft();
    }

    private void fill(StaffMember by, UUID id, Map<String, String> wished) {
        SignedIn me = signedIn(by.person());
        Draft draft = drafts.draft(me, id);
        ServiceItem item = draft.item();
        Map<String, String> answers = new HashMap<>(new AnswerSamples(new Random(draft.version())).right(item.form()));
        answers.keySet().removeAll(drafts.atHand(draft).bound(item.form()).keySet());
        answers.putAll(wished);
        if (!answers.getOrDefault("delivery", "").equals("邮寄")) {
            answers.remove("delivery_address");
        }
        Map<String, String> situations = new HashMap<>();
        item.situations()
                .forEach(
                        one -> situations.put(one.id(), one.answers().getFirst().id()));
        Map<String, List<UUID>> files = new HashMap<>();
        Checklist.of(item, situations, drafts.atHand(draft)).lines().forEach(line -> {
            if (line.duty() instanceof Checklist.Duty.Upload) {
                files.put(line.material().id(), List.of(keep(me, id)));
            }
        });
        assertThat(drafts.replace(me, id, draft.version(), situations, answers, files, List.of()))
                .isInstanceOf(Drafts.Saved.Here.class);
    }

    private UUID keep(SignedIn me, UUID draft) {
        try {
            return drafts.keep(me, draft, new ByteArrayInputStream(PHOTO), "材料.png")
                    .id();
        } catch (FileRefused refused) {
            throw new AssertionError(refused);
        }
    }

    private CaseId filed(Someone citizen, Map<String, String> wished) throws FileRefused {
        UUID visit = serve(clerk, citizen);
        UUID draft = begun(visits.start(clerk, visit, individual().code(), Optional.empty()));
        fill(clerk, draft, wished);
        filing.sign(clerk, draft, new ByteArrayInputStream(PHOTO), "签字.png");
        Filed filed = filing.submit(clerk, draft, false);
        assertThat(filed).isInstanceOf(Filed.OnDisk.class);
        return ((Filed.OnDisk) filed).id();
    }

    private void grant(CaseId id) {
        desk.act(id, clerk, OptionalLong.empty(), new CaseCommand.Accept());
        desk.act(id, staff(REGULATOR, Role.REVIEW), OptionalLong.empty(), new CaseCommand.Review(true, "材料齐全。"));
        desk.act(id, staff(REGULATOR, Role.DECISION), OptionalLong.empty(), new CaseCommand.Grant(""));
    }

    private Licence licence(Someone citizen) {
        LicenceOrder order = new LicenceOrder(
                "食品经营许可证",
                new Party.Firm(people.firmOf(citizen.id(), "云溪老李饭店")),
                "云溪老李饭店",
                clerk.body().uscc().value(),
                REGULATOR,
                LocalDate.now(clock),
                Optional.empty(),
                new TreeMap<>(Map.of("经营者名称", "云溪老李饭店", "经营项目", "热食类食品制售")),
                identifiers.next());
        return Objects.requireNonNull(transaction.execute(_ -> licences.issue(order)));
    }

    private SignedIn signedIn(PersonId person) {
        return new SignedIn(new UUID(1, 1), person, "", Optional.empty());
    }

    private Browser browser(StaffMember staff) {
        Browser browser = new Browser(port);
        browser.signIn(identity.person(staff.person()).phone(), People.PASSWORD);
        return browser;
    }

    private Browser browserOf(Someone citizen) {
        Browser browser = new Browser(port);
        browser.signIn(citizen.phone(), People.PASSWORD);
        return browser;
    }

    private static boolean opens(Runnable door) {
        try {
            door.run();
            return true;
        } catch (Problem closed) {
            return false;
        }
    }
}
