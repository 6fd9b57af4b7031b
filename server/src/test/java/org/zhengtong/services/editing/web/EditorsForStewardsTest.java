package org.zhengtong.services.editing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;

/** Who may come to the editors of an entry, and when. */
class EditorsForStewardsTest extends OpenDraft {
    @Test
    void nobody_but_the_stewards_of_the_division_comes_near() {
        begin(BOUND);
        Browser clerk = staff("云溪市卫生健康委员会", Role.ACCEPTANCE);
        Browser county = staff("竹岭县数据局", Role.CATALOGUE);
        Browser citizen = new Browser(port);
        citizen.signIn(new People(identity).someone("李市民").phone(), People.PASSWORD);
        List<String> pages = List.of(
                "/parts/materials",
                "/parts/materials/new",
                "/parts/guide",
                "/parts/guide/situations/new",
                "/parts/guide/handling/new",
                "/parts/form",
                "/parts/form/sections/new",
                "/parts/form/fields/new",
                "/parts/questions",
                "/parts/questions/new",
                "/preview",
                "/preview/phone",
                "/preview/phone/form",
                "/preview/paper");

        for (Browser other : new Browser[] {clerk, county, citizen}) {
            for (String page : pages) {
                assertThat(other.get(draft + page).statusCode()).as(page).isEqualTo(403);
            }
            assertThat(other.post(draft + "/parts/questions/new", "question", "甲?", "answer", "乙。")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(other.post(draft + "/parts/form/blocks", "block", "BANK").statusCode())
                    .isEqualTo(403);
            assertThat(other.post(draft + "/parts/materials/m1/remove").statusCode())
                    .isEqualTo(403);
        }
        assertThat(Browser.location(new Browser(port).get(draft + "/parts/form")))
                .startsWith("/sign-in");
    }

    @Test
    void what_waits_for_review_is_looked_at_but_not_changed() {
        begin(BOUND);
        member(draft + "/parts/questions", "new")
                .with("question", "旅馆要办吗?")
                .with("answer", "要办。")
                .send(writer);
        writer.post(draft + "/submit", "reason", "多一个问题");

        assertThat(second.get(draft + "/parts/questions").body())
                .contains("现在只能看")
                .doesNotContain("/move");
        assertThat(second.get(draft + "/parts/materials/m1").body()).contains("disabled");
        assertThat(second.post(draft + "/parts/questions/new", "question", "甲?", "answer", "乙。")
                        .statusCode())
                .isEqualTo(409);
        writer.post(draft + "/take-back");
    }
}
