package org.zhengtong.services.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.cases.WaitingResult;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.People.Someone;

/** Results on paper that wait, and how they are handed over. */
class ResultCounterTest extends AtTheWindow {
    @Autowired
    ResultCounter counter;

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
        UUID draft = begun(visits.start(
                clerk, visit, food().code(), Optional.of(new Party.Firm(people.firmOf(citizen.id(), "云溪青石饭店")))));
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
}
