package org.zhengtong.services.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.outbox.Deliveries;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Mandate;
import org.zhengtong.people.identity.MandateEnd;
import org.zhengtong.people.identity.MandateProof;
import org.zhengtong.people.identity.Mandates;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.catalogue.Audience;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.Filing;
import org.zhengtong.services.filing.WindowFiling.Filed;
import org.zhengtong.services.messages.CaseMessage;
import org.zhengtong.services.messages.Messages;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People.Someone;

/** Mandates on paper and guardianships at the window, and what is filed and collected by them. */
class MandateCounterTest extends AtTheWindow {
    private static final String PAPER = "/desk/window/mandates/paper";
    private static final String ENDING = "/desk/window/mandates/guardian/ending";

    @Autowired
    MandateCounter counter;

    @Autowired
    ResultCounter results;

    @Autowired
    Mandates mandates;

    @Autowired
    Filing online;

    @Autowired
    AuditTrail trail;

    @Autowired
    Messages messages;

    @Autowired
    Deliveries deliveries;

    private Someone principal;
    private Someone agent;
    private Party party;

    @BeforeEach
    void twoPeople() {
        principal = people.someone("李委托");
        agent = people.someone("王受托");
        party = new Party.Person(principal.id());
    }

    @Test
    void by_a_mandate_on_paper_the_agent_collects_and_files() throws FileRefused {
        CaseId waiting = filed(principal, Map.of("delivery", "到大厅领取"));
        grant(waiting);
        Agent collector = new Agent(agent.name(), agent.number().value(), "ENTRUSTED", true, Optional.empty());
        assertThatThrownBy(() -> results.collectedBy(clerk, waiting, OptionalLong.empty(), collector, Optional.empty()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("window.agent.mandate"));

        assertThat(Browser.location(entered("委托书.png", PHOTO))).isEqualTo("/desk/window/mandates?done=recorded");

        Mandate mandate = mandates.of(party).getFirst();
        assertThat(mandate.proof()).isEqualTo(MandateProof.PAPER);
        assertThat(mandate.grantedBy()).isEqualTo(clerk.actor());
        assertThat(told(principal)).containsOnlyOnce("MANDATE_BEGUN");
        assertThat(told(agent)).containsOnlyOnce("MANDATE_BEGUN");
        results.collectedBy(clerk, waiting, OptionalLong.empty(), collector, Optional.empty());
        assertThat(cases.open(waiting, principal.id()).state()).isEqualTo(CaseState.CLOSED);
        UUID visit = serve(clerk, agent);
        UUID draft = begun(visits.start(clerk, visit, individual().code(), Optional.of(party)));
        fill(clerk, draft, Map.of());
        filing.sign(clerk, draft, new ByteArrayInputStream(PHOTO), "签字.png");
        CaseId id = ((Filed.OnDisk) filing.submit(clerk, draft, false)).id();
        CaseFile file = cases.open(id, principal.id());
        assertThat(file.agent()).isEqualTo(agent.id());
        assertThat(file.applicant()).isEqualTo(party);
    }

    @Test
    void a_scan_that_is_no_picture_is_refused_and_what_was_typed_stays() {
        HttpResponse<String> text = entered("委托书.docx", "不是图片".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> renamed = entered("委托书.png", "不是图片".getBytes(StandardCharsets.UTF_8));

        assertThat(text.statusCode()).isEqualTo(422);
        assertThat(text.body())
                .contains("扫描件只能是 PDF、JPG 或者 PNG", principal.number().value(), "2026 年 3 月 1 日签")
                .doesNotContain("??");
        assertThat(renamed.statusCode()).isEqualTo(422);
        assertThat(renamed.body()).contains("文件的内容和名字不一致").doesNotContain("??");
        assertThat(mandates.of(party)).isEmpty();
    }

    @Test
    void the_window_offers_for_others_what_the_mandate_names_and_nothing_else() {
        entered("委托书.png", PHOTO);
        UUID visit = serve(clerk, agent);
        Browser window = browser(clerk);
        ServiceItem other = catalogue.items().stream()
                .filter(item -> item.canBeFiledAtWindow() && item.isFiledBy(Audience.PERSON))
                .filter(item -> !item.code().equals(individual().code()))
                .findFirst()
                .orElseThrow();

        assertThat(offered(window, visit, individual().name()))
                .containsExactly(individual().code().value());
        assertThat(offered(window, visit, other.name()))
                .doesNotContain(other.code().value());
        assertThat(offered(window, visit, "")).isSubsetOf(individual().code().value());
        assertThatThrownBy(() -> visits.start(clerk, visit, other.code(), Optional.of(party)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("filing.not-agent"));
    }

    /** The codes of what can be begun for the principal. */
    private List<String> offered(Browser window, UUID visit, String question) {
        String body = window.get(
                        "/desk/window/visits/" + visit + "?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8))
                .body();
        assertThat(body).contains("id=\"items\"").doesNotContain("??");
        return Pattern.compile(
                        "name=\"(?:item|bundle)\" value=\"([^\"]+)\"><input type=\"hidden\" name=\"person\" value=\""
                                + principal.id().value() + "\"")
                .matcher(body)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void what_is_filled_in_for_another_is_not_filed_after_the_last_day_and_nothing_of_it_is_lost() {
        entered("委托书.png", PHOTO);
        UUID draft = filledAtHome();

        clock.advance(Duration.ofDays(10));
        assertThat(browserOf(agent).get("/drafts/" + draft + "/check").statusCode())
                .as("on the last day")
                .isEqualTo(200);
        refusedAfter(() -> clock.advance(Duration.ofDays(1)), draft);

        entered("委托书.png", PHOTO);
        assertThat(online.submit(signedIn(agent.id()), draft, Channel.WEB)).isInstanceOf(Filing.Outcome.Filed.class);
    }

    @Test
    void what_is_filled_in_for_another_is_not_filed_once_the_mandate_was_taken_back() {
        entered("委托书.png", PHOTO);
        UUID draft = filledAtHome();

        refusedAfter(
                () -> mandates.end(
                        signedIn(principal.id()), mandates.of(party).getFirst().id()),
                draft);
    }

    private UUID filledAtHome() {
        UUID draft = begun(drafts.start(signedIn(agent.id()), individual().code(), Optional.of(party)));
        fill(agent.id(), draft, Map.of());
        return draft;
    }

    private void refusedAfter(Runnable end, UUID id) {
        Draft before = drafts.draft(signedIn(agent.id()), id);
        assertThat(before.party()).isEqualTo(party);
        assertThat(before.answers().values()).isNotEmpty();
        int filed = cases.of(principal.id()).size();
        end.run();
        Browser browser = browserOf(agent);
        browser.get("/drafts/" + id);

        HttpResponse<String> answer = browser.post("/drafts/" + id + "/check", "declared", "true");

        assertThat(Browser.location(answer)).isEqualTo("/drafts/" + id);
        assertThat(browser.get("/drafts/" + id).body())
                .contains("授权已经结束，现在不能提交", "填好的内容都还在")
                .doesNotContain("??", "/check\"");
        assertThatThrownBy(() -> online.submit(signedIn(agent.id()), id, Channel.API))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("filing.not-agent"));
        Draft after = drafts.draft(signedIn(agent.id()), id);
        assertThat(after.filed()).isEmpty();
        assertThat(after.answers()).isEqualTo(before.answers());
        assertThat(after.files()).isEqualTo(before.files());
        assertThat(cases.of(principal.id())).hasSize(filed);
    }

    @Test
    void a_guardianship_ends_early_by_what_a_clerk_saw_and_both_are_told() {
        guardianship();
        Browser window = browser(clerk);
        assertThat(window.get("/desk/window/mandates").body()).contains(ENDING);
        assertThat(window.get(ENDING).body()).contains("提前结束监护登记").doesNotContain("??");

        HttpResponse<String> unsaid =
                window.post(ENDING, "ward", principal.number().value(), "note", "");
        assertThat(unsaid.statusCode()).isEqualTo(422);
        assertThat(unsaid.body())
                .contains(
                        "请选择结束原因",
                        "请写明凭据",
                        "请核对凭据原件",
                        "没有找到这个身份证号",
                        principal.number().value())
                .doesNotContain("??");
        assertThat(ended(window, agent, principal).body()).contains("没有有效的监护登记");
        assertThat(identity.reachOf(agent.id()).others()).containsExactly(party);

        assertThat(Browser.location(ended(window, principal, agent))).isEqualTo("/desk/window/mandates?done=ended");

        assertThat(identity.reachOf(agent.id()).others()).isEmpty();
        Mandate mandate = mandates.of(party).getFirst();
        assertThat(mandate.end()).hasValueSatisfying(end -> {
            assertThat(end.why()).isEqualTo(MandateEnd.Why.COURT_DECIDED);
            assertThat(end.by()).isEqualTo(clerk.actor());
        });
        assertThat(trail.find(AuditQuestion.about(principal.id().value(), "identity.mandate-ended", 1)))
                .singleElement()
                .satisfies(leaf -> assertThat(leaf.facts())
                        .containsEntry("ended", "COURT_DECIDED")
                        .containsEntry("agent", agent.id().value().toString()));
        assertThat(told(agent)).containsOnlyOnce("MANDATE_ENDED");
        assertThat(told(principal)).containsOnlyOnce("MANDATE_ENDED");
        for (Someone side : List.of(principal, agent)) {
            assertThat(browserOf(side).get("/my/mandates/" + mandate.id()).body())
                    .contains("人民法院或者有关组织另有决定", "（2026）云01民特12号判决书")
                    .doesNotContain("??");
        }
        assertThat(ended(window, principal, agent).body()).as("a second time").contains("没有有效的监护登记");
    }

    @Test
    void a_guardianship_is_ended_by_those_who_accept_and_not_by_one_of_the_two() {
        guardianship();
        MandateCounter.EndingTyped typed = new MandateCounter.EndingTyped(
                principal.number().value(), agent.number().value(), "PERSON_DIED", "死亡医学证明 330123", true);

        assertThatThrownBy(() -> counter.end(staff(REGULATOR, Role.REVIEW), typed))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(403));
        organisation.appoint(agent.id(), clerk.body().uscc(), "岗位", Set.of(Role.ACCEPTANCE));
        assertThat(counter.end(organisation.staff(agent.id()).orElseThrow(), typed))
                .isInstanceOfSatisfying(
                        Mandates.Answer.Wrong.class,
                        wrong -> assertThat(wrong.fields())
                                .extracting(field -> field.sentence())
                                .containsExactly("identity.wrong.mandate-of-clerk"));

        assertThat(identity.reachOf(agent.id()).others()).containsExactly(party);
    }

    private void guardianship() {
        assertThat(counter.guardian(
                        clerk,
                        new MandateCounter.GuardianTyped(
                                principal.number().value(),
                                "",
                                agent.number().value(),
                                "COURT",
                                "（2025）云01民特3号判决书",
                                "",
                                true)))
                .isInstanceOf(Mandates.Answer.Done.class);
    }

    private static HttpResponse<String> ended(Browser window, Someone ward, Someone guardian) {
        return window.post(
                ENDING,
                "ward",
                ward.number().value(),
                "guardian",
                guardian.number().value(),
                "why",
                "COURT_DECIDED",
                "note",
                "（2026）云01民特12号判决书",
                "seen",
                "true");
    }

    /** A mandate for one item, for ten days. */
    private HttpResponse<String> entered(String name, byte[] scan) {
        Browser window = browser(clerk);
        window.get(PAPER);
        return window.upload(
                PAPER,
                "scan",
                name,
                scan,
                "principal",
                principal.number().value(),
                "agent",
                agent.number().value(),
                "items",
                individual().code().value(),
                "powers",
                "FILE",
                "powers",
                "COLLECT",
                "until",
                mandates.today().plusDays(10).toString(),
                "note",
                "2026 年 3 月 1 日签",
                "seen",
                "true");
    }

    private List<String> told(Someone someone) {
        deliveries.runDue();
        return messages.of(someone.id(), OptionalLong.empty()).stream()
                .map(CaseMessage::what)
                .toList();
    }
}
