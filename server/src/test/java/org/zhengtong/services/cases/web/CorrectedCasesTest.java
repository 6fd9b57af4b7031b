package org.zhengtong.services.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.FileRules;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseChanges;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CasePictures;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.Mark;
import org.zhengtong.services.cases.Marking;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.People.Someone;
import org.zhengtong.testing.ZhengtongTest;

/** Marks on what was handed in go out with the notice; what was handed in before stays readable. */
@ZhengtongTest
class CorrectedCasesTest {
    private static final String REGULATOR = "云溪市市场监督管理局";
    private static final byte[] PHOTO = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==");

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    CaseDesk desk;

    @Autowired
    Marking marking;

    @Autowired
    CaseChanges changes;

    @Autowired
    CasePictures pictures;

    @Autowired
    Catalogue catalogue;

    @Autowired
    FileStore files;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Identifiers identifiers;

    private People people;
    private Someone citizen;
    private StaffMember clerk;
    private ServiceItem item;
    private String material;

    @BeforeEach
    void somebody() {
        people = new People(identity);
        citizen = people.someone("林青石");
        clerk = staff(REGULATOR);
        item = catalogue.items().stream()
                .filter(one -> one.bodyName().equals(REGULATOR) && one.name().contains("个体工商户设立"))
                .findFirst()
                .orElseThrow();
        material = item.materials().getFirst().id();
    }

    @Test
    void a_mark_lies_on_the_page_says_something_and_goes_out_with_the_notice_that_names_its_material()
            throws FileRefused {
        UUID file = kept(PHOTO, "照片.png");
        CaseId id = filed(Map.of("form", "个人经营"), file);
        Finding other = new Finding(Finding.Kind.FIELD, "form", "组成形式", "不对。", "请改。");
        Finding named = new Finding(Finding.Kind.MATERIAL, material, "材料", "不清楚。", "请重拍。");

        refused("cases.mark-not-on-page", () -> marking.add(id, clerk, material, mark(file, 90, 20, "外面")));
        refused("cases.mark-not-on-page", () -> marking.add(id, clerk, material, mark(file, -1, 20, "外面")));
        refused("cases.mark-without-words", () -> marking.add(id, clerk, material, mark(file, 10, 20, " ")));
        refused("cases.unknown", () -> marking.add(id, clerk, "m99", mark(file, 10, 20, "没有")));
        refused("cases.unknown", () -> marking.add(id, staff("云溪市公安局"), material, mark(file, 10, 20, "别家")));
        marking.add(id, clerk, material, mark(file, 10, 20, "公章看不清"));
        refused("cases.marked-and-not-named", () -> ask(id, List.of(other)));
        assertThat(marking.of(id, clerk)).as("nothing is lost").hasSize(1);
        ask(id, List.of(other, named));

        assertThat(marking.of(id, clerk)).isEmpty();
        Finding sent = cases.open(id, citizen.id()).toCorrect().get(1);
        assertThat(sent.marks()).extracting(Mark::words).containsExactly("公章看不清");
        String picture = "/my/cases/" + id.value() + "/pictures/" + file + "/1";
        assertThat(browser(citizen).get("/my/cases/" + id.value()).body()).contains(picture, "公章看不清");
        assertThat(browser(citizen).get(picture).statusCode()).isEqualTo(200);
        assertThat(browser(people.someone("周青石")).get(picture).statusCode()).isEqualTo(404);

        cases.correct(id, order(Map.of("form", "家庭经营"), kept(new byte[] {}, "")));
        assertThat(browser(citizen).get(picture).statusCode())
                .as("an issued notice shows what it showed")
                .isEqualTo(200);
    }

    @Test
    void a_page_of_a_document_is_drawn_to_be_marked() throws IOException, FileRefused {
        UUID file;
        try (InputStream sample = Objects.requireNonNull(getClass().getResourceAsStream("/demo/sample-material.pdf"))) {
            file = files.keep(sample, "材料.pdf", FileRules.MATERIAL).id();
        }
        var stored = files.find(file).orElseThrow();

        assertThat(ImageIO.read(new ByteArrayInputStream(pictures.page(stored, 1)))
                        .getHeight())
                .isBetween(600, 1400);
        assertThat(pictures.pages(stored)).isEqualTo(1);
        refused("cases.unknown", () -> pictures.page(stored, 2));
    }

    @Test
    void what_was_handed_in_before_a_correction_stays_readable_beside_what_came_after() throws FileRefused {
        UUID before = kept(PHOTO, "原来的.png");
        CaseId id = filed(Map.of("form", "个人经营"), before);
        ask(id, List.of(new Finding(Finding.Kind.MATERIAL, material, "材料", "不清楚。", "请重拍。")));
        UUID after = kept(Base64.getDecoder().decode(OTHER_PHOTO), "后来的.png");

        cases.correct(id, order(Map.of("form", "家庭经营"), after));

        assertThat(changes.of(id, clerk)).singleElement().satisfies(former -> {
            assertThat(former.by()).isEqualTo(StepKind.CORRECTED);
            assertThat(former.answers()).containsEntry("form", "个人经营");
            assertThat(former.materials()).containsExactly(new HandedIn.Uploaded(material, before));
        });
        String page =
                browser(clerk).get("/desk/cases/" + id.value() + "/changes").body();
        assertThat(page)
                .contains("<del>个人经营</del>", "<ins>家庭经营</ins>", before.toString(), after.toString())
                .doesNotContain("??");
        assertThat(browser(clerk).get("/desk/cases/" + id.value()).body())
                .contains("/desk/cases/" + id.value() + "/changes");
        String old = "/desk/cases/" + id.value() + "/changes/files/" + before;
        assertThat(browser(clerk).get(old).statusCode()).isEqualTo(200);
        assertThat(browser(staff("云溪市公安局")).get(old).statusCode()).isEqualTo(404);
        assertThat(browser(citizen).get(old).statusCode()).isEqualTo(403);
    }

    private static final String OTHER_PHOTO =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static Mark mark(UUID file, double left, double top, String words) {
        return new Mark(file, 1, left, top, 30, 20, words);
    }

    private void ask(CaseId id, List<Finding> findings) {
        desk.act(id, clerk, OptionalLong.empty(), new CaseCommand.RequestCorrection(findings));
    }

    private CaseId filed(Map<String, String> answers, UUID file) {
        return cases.file(order(answers, file)).id();
    }

    private FilingOrder order(Map<String, String> answers, UUID file) {
        return new FilingOrder(
                identifiers.next(),
                item,
                new Party.Person(citizen.id()),
                citizen.id(),
                Map.of(),
                answers,
                List.of(new HandedIn.Uploaded(material, file)),
                Channel.WEB);
    }

    private UUID kept(byte[] content, String name) throws FileRefused {
        return content.length == 0
                ? new UUID(7, 7)
                : files.keep(new ByteArrayInputStream(content), name, FileRules.MATERIAL)
                        .id();
    }

    private StaffMember staff(String body) {
        return organisation
                .staff(people.staff(organisation, body, Role.ACCEPTANCE).id())
                .orElseThrow();
    }

    private Browser browser(Someone someone) {
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }

    private Browser browser(StaffMember staff) {
        Browser browser = new Browser(port);
        browser.signIn(identity.person(staff.person()).phone(), People.PASSWORD);
        return browser;
    }

    private static void refused(String code, Runnable command) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
