package org.zhengtong.services.signing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.queue.QueueHouse;
import org.zhengtong.services.queue.Tablets;
import org.zhengtong.services.signing.Handwriting;
import org.zhengtong.services.signing.Paper;
import org.zhengtong.services.signing.Signing;
import org.zhengtong.services.signing.Signing.State;
import org.zhengtong.services.signing.Signings;
import org.zhengtong.services.signing.Signings.Answer;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;

/** Asking for a signature on the tablet at a window. */
class SigningTest extends QueueHouse {
    @Autowired
    private TabletSignings signings;

    @Autowired
    private Tablets tablets;

    @Autowired
    private Identifiers identifiers;

    private StaffMember clerk;
    private Browser tablet;
    private Tablets.Place place;

    @BeforeEach
    void tabletAtTheWindow() {
        clerk = clerkAt(1);
        tablet = tabletOf(clerk);
        place = tablets.placeOf(clerk).orElseThrow();
    }

    private Browser tabletOf(StaffMember at) {
        Browser one = new Browser(port);
        one.get("/tablet?key=" + tablets.pair(at));
        return one;
    }

    private Paper paper(String words) {
        return new Paper(
                identifiers.next(),
                "送达回证",
                List.of(new Paper.Part("", List.of(new Paper.Line("送达文书", words)))),
                "上述文书已经收到。");
    }

    private String shown(Browser at) {
        HttpResponse<String> answer = at.get("/tablet");
        return Browser.location(answer).endsWith("/tablet/signing")
                ? at.get("/tablet/signing").body()
                : answer.body();
    }

    private State state(UUID id) {
        return signings.open(clerk, id).state();
    }

    private long kept(UUID id, String column) {
        return sql.sql("select count(%s) from signing.signing where id = :id".formatted(column))
                .param("id", id)
                .query(Long.class)
                .single();
    }

    @Test
    void the_tablet_shows_all_that_is_signed_and_nothing_of_it_afterwards() {
        assertThat(shown(tablet)).contains("请稍候").doesNotContain("??");
        Paper paper = paper("食品经营许可证 <一份>");

        UUID id = signings.ask(clerk, paper, "/desk/queue");

        assertThat(tablet.get("/tablet/signing/asked").body()).isEqualTo(id.toString());
        assertThat(shown(tablet))
                .contains("食品经营许可证 &lt;一份&gt;", "上述文书已经收到。", "<canvas", "不能手写")
                .doesNotContain("??");
        HttpResponse<String> empty = tablet.post("/tablet/signing", "id", id.toString(), "strokes", "[]");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("写得太少了", "食品经营许可证").doesNotContain("??");
        assertThat(state(id)).isEqualTo(State.ASKED);

        HttpResponse<String> signed = tablet.post("/tablet/signing", "id", id.toString(), "strokes", Handwriting.NAME);

        assertThat(signed.body()).contains("签好了").doesNotContain("食品经营许可证", "??");
        assertThat(signed.headers().firstValue("cache-control").orElse("")).contains("no-store");
        assertThat(state(id)).isEqualTo(State.SIGNED);
        assertThat(shown(tablet)).contains("请稍候");
        assertThat(Browser.location(tablet.get("/tablet/signing")))
                .as("the way back")
                .endsWith("/tablet");
        assertThat(tablet.get("/tablet/signing/asked").body()).isEmpty();
        assertThat(Browser.location(tablet.post("/tablet/signing", "id", id.toString(), "strokes", Handwriting.NAME)))
                .as("twice")
                .endsWith("/tablet");
        assertThat(actions(paper)).containsExactly("signing.ask", "signing.sign");
    }

    private List<String> actions(Paper paper) {
        return sql.sql("select action from audit.leaf where subject = :subject order by sequence")
                .param("subject", paper.subject())
                .query(String.class)
                .list();
    }

    @Test
    void a_signature_counts_for_the_paper_that_was_shown_and_no_other() {
        Paper paper = paper("食品经营许可证");
        UUID id = signings.ask(clerk, paper, "/desk/queue");
        assertThat(signings.onTablet(clerk, paper)).isEqualTo(new Signings.OnTablet(true, Optional.empty()));
        signings.sign(place, id, Handwriting.NAME);

        Paper changed = new Paper(
                paper.subject(),
                paper.title(),
                List.of(new Paper.Part("", List.of(new Paper.Line("送达文书", "营业执照")))),
                paper.declaration());

        assertThat(signings.onTablet(clerk, paper).signed()).map(Signing::id).contains(id);
        assertThat(signings.onTablet(clerk, changed).signed()).isEmpty();
        assertThat(signings.onTablet(clerkAt(2), paper).signed()).isEmpty();
        pass(24 * 60);
        assertThat(signings.onTablet(clerk, paper).signed()).as("the day after").isEmpty();
    }

    @Test
    void no_other_window_sees_it_and_nobody_who_sits_down_there_later() {
        Browser beside = tabletOf(clerkAt(2));
        Paper paper = paper("食品经营许可证");
        UUID id = signings.ask(clerk, paper, "/desk/queue");

        assertThat(shown(beside)).doesNotContain("食品经营许可证");
        assertThat(signings.sign(new Tablets.Place(here.id(), 2), id, Handwriting.NAME))
                .isEqualTo(Answer.GONE);
        assertThat(new Browser(port).get("/tablet/signing").statusCode()).isEqualTo(404);
        assertThat(new Browser(port).get("/tablet/signing/asked").statusCode()).isEqualTo(404);

        windows.close(clerk);
        clerkAt(1);

        assertThat(shown(tablet)).doesNotContain("食品经营许可证");
        assertThat(signings.sign(place, id, Handwriting.NAME)).isEqualTo(Answer.GONE);
    }

    @Test
    void after_ten_minutes_it_is_over_and_what_was_shown_is_forgotten() {
        UUID id = signings.ask(clerk, paper("食品经营许可证"), "/desk/queue");
        assertThat(kept(id, "paper")).isEqualTo(1);
        pass(10);

        assertThat(state(id)).isEqualTo(State.OVER);
        assertThat(shown(tablet)).doesNotContain("食品经营许可证");
        assertThat(signings.sign(place, id, Handwriting.NAME)).isEqualTo(Answer.GONE);
        signings.pass();
        assertThat(kept(id, "paper")).isZero();
        assertThat(state(id)).isEqualTo(State.OVER);
        pass(24 * 60);
        signings.pass();
        assertThat(kept(id, "id")).isZero();
    }

    @Test
    void who_does_not_agree_signs_nothing_and_the_clerk_is_told() {
        UUID id = signings.ask(clerk, paper("食品经营许可证"), "/desk/queue");
        Browser desk = new Browser(port);
        desk.signIn(identity.person(clerk.person()).phone(), People.PASSWORD);
        HttpResponse<String> waiting = desk.get("/desk/signing/" + id);
        assertThat(waiting.headers().firstValue("refresh")).contains("2");
        assertThat(waiting.body()).contains("1 号窗口的平板").doesNotContain("??");

        assertThat(tablet.get("/tablet/signing").statusCode()).isEqualTo(200);
        assertThat(tablet.post("/tablet/signing/refusal", "id", id.toString()).body())
                .contains("没有签名")
                .doesNotContain("??");

        assertThat(state(id)).isEqualTo(State.DECLINED);
        assertThat(kept(id, "paper")).isZero();
        assertThat(desk.get("/desk/signing/" + id).body())
                .contains("不同意", "href=\"/desk/queue\"")
                .doesNotContain("??");
        assertThat(signings.sign(place, id, Handwriting.NAME)).isEqualTo(Answer.GONE);
    }

    @Test
    void what_is_asked_next_takes_the_place_of_what_was_asked_before() {
        UUID first = signings.ask(clerk, paper("食品经营许可证"), "/desk/queue");
        UUID second = signings.ask(clerk, paper("营业执照"), "/desk/queue");

        assertThat(state(first)).isEqualTo(State.TAKEN_BACK);
        assertThat(shown(tablet)).contains("营业执照").doesNotContain("食品经营许可证");
        signings.takeBack(clerk, second);
        assertThat(state(second)).isEqualTo(State.TAKEN_BACK);
        assertThat(shown(tablet)).doesNotContain("营业执照");
        UUID third = signings.ask(clerk, paper("营业执照"), "/desk/queue");
        signings.sign(place, third, Handwriting.NAME);
        signings.takeBack(clerk, third);
        assertThat(state(third)).as("what is signed is signed").isEqualTo(State.SIGNED);
    }

    @Test
    void only_who_sits_at_a_window_with_a_tablet_asks_and_nobody_else_sees_how_it_stands() {
        StaffMember without = clerkAt(3);
        StaffMember nowhere = staff(REGULATOR, Role.ACCEPTANCE);
        UUID id = signings.ask(clerk, paper("食品经营许可证"), "/desk/queue");

        for (StaffMember other : List.of(without, nowhere)) {
            assertThatThrownBy(() -> signings.ask(other, paper("营业执照"), "/desk/queue"))
                    .isInstanceOfSatisfying(
                            Problem.class, why -> assertThat(why.code()).isEqualTo("signing.no-tablet"));
            assertThatThrownBy(() -> signings.open(other, id))
                    .isInstanceOfSatisfying(
                            Problem.class, why -> assertThat(why.status()).isEqualTo(404));
        }
        assertThatThrownBy(() -> signings.ask(staff(REGULATOR, Role.REVIEW), paper("营业执照"), "/desk/queue"))
                .isInstanceOfSatisfying(
                        Problem.class, why -> assertThat(why.status()).isEqualTo(403));
    }
}
