package org.zhengtong.services.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.halls.Plans;
import org.zhengtong.services.queue.Tablets;
import org.zhengtong.services.queue.Windows;
import org.zhengtong.services.signing.Handwriting;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People.Someone;

/** What is signed on the tablet instead of on paper. */
class TabletSignatureTest extends AtTheWindow {
    private static final Pattern SIGNING = Pattern.compile("name=\"signing\" value=\"([0-9a-f-]{36})\"");

    @Autowired
    Windows windows;

    @Autowired
    Tablets tablets;

    @Autowired
    Halls halls;

    @Autowired
    HallPlans plans;

    @Autowired
    FileStore files;

    private Browser tablet;

    @BeforeEach
    void tabletAtTheWindow() {
        Hall hall = Plans.hall(clerk.body().uscc().value());
        halls.put(hall);
        plans.put(Plans.plan(hall, 1, Plans.RULES));
        windows.open(clerk, hall.id(), 1);
        tablet = new Browser(port);
        tablet.get("/tablet?key=" + tablets.pair(clerk));
    }

    /** What the tablet showed; afterwards it is signed. */
    private String signed() {
        String shown = tablet.get("/tablet/signing").body();
        String id = tablet.get("/tablet/signing/asked").body();
        assertThat(tablet.post("/tablet/signing", "id", id, "strokes", Handwriting.NAME)
                        .body())
                .contains("签好了");
        return shown;
    }

    private static String signing(String page) {
        Matcher found = SIGNING.matcher(page);
        assertThat(found.find()).as("offered to go on with").isTrue();
        return found.group(1);
    }

    private String printed(UUID file) throws IOException {
        StoredFile kept = files.find(file).orElseThrow();
        assertThat(kept.type()).isEqualTo("application/pdf");
        try (InputStream content = files.open(file);
                PDDocument pdf = Loader.loadPDF(content.readAllBytes())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    @Test
    void who_collects_a_result_signs_the_receipt_on_the_tablet() throws FileRefused, IOException {
        Someone citizen = people.someone("林青石");
        CaseId id = filed(citizen, Map.of("delivery", "到大厅领取"));
        grant(id);
        String receipt = cases.open(id, citizen.id()).receiptNumber();
        Browser window = browser(clerk);
        String page = "/desk/window/delivery/" + id.value();
        assertThat(window.get(page).body()).contains(page + "/signature").doesNotContain("??");

        String waiting = Browser.location(window.post(page + "/signature"));
        assertThat(window.get(waiting).statusCode()).isEqualTo(200);
        assertThat(signed()).contains("送达回证", receipt, "受送达人本人", "林**").doesNotContain("林青石", "??");
        assertThat(Browser.location(window.get(waiting))).isEqualTo(page);
        String after = window.get(page).body();
        assertThat(after).contains("已在平板上签名", "data:image/png;base64,").doesNotContain("??");
        String version = after.replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        HttpResponse<String> wrong =
                window.post(page, "version", version, "way", "collected", "digits", "0000", "signing", signing(after));
        assertThat(wrong.statusCode()).isEqualTo(422);
        HttpResponse<String> done = window.post(
                page,
                "version",
                version,
                "way",
                "collected",
                "digits",
                citizen.number().value().substring(14),
                "signing",
                signing(wrong.body()));

        assertThat(Browser.location(done)).isEqualTo("/desk/window/delivery?done=collected");
        CaseFile closed = cases.open(id, citizen.id());
        assertThat(closed.state()).isEqualTo(CaseState.CLOSED);
        UUID file = files(closed).orElseThrow();
        assertThat(printed(file)).contains("送达回证", receipt, "签名时间", "SM3");
    }

    private Optional<UUID> files(CaseFile file) {
        return file.steps().stream()
                .flatMap(step -> step.facts().values().stream())
                .filter(value -> value.matches("[0-9a-f]{8}-[0-9a-f-]{27}"))
                .map(UUID::fromString)
                .filter(one -> files.find(one)
                        .filter(kept -> kept.name().contains("送达回证"))
                        .isPresent())
                .findFirst();
    }

    @Test
    void who_is_at_the_window_signs_what_was_filled_in_for_them_and_it_is_filed_so() throws FileRefused, IOException {
        Someone citizen = people.someone("林青石");
        UUID visit = serve(clerk, citizen);
        UUID draft = begun(visits.start(clerk, visit, individual().code(), Optional.empty()));
        fill(clerk, draft, Map.of());
        Browser window = browser(clerk);
        String page = "/drafts/" + draft;
        assertThat(window.get(page + "/check").body())
                .contains(page + "/signature")
                .doesNotContain("??");
        assertThat(browserOf(citizen).post(page + "/signature").statusCode()).isEqualTo(403);

        String waiting = Browser.location(window.post(page + "/signature"));
        assertThat(signed())
                .contains(individual().name(), "林青石", "经营范围", "申请材料")
                .doesNotContain("??");
        assertThat(Browser.location(window.get(waiting))).isEqualTo(page + "/check#signature");
        String before = signing(window.get(page + "/check").body());
        fill(clerk, draft, Map.of());
        assertThat(window.get(page + "/check").body())
                .as("changed after the signature")
                .doesNotContain("name=\"signing\"");
        HttpResponse<String> other = window.post(page + "/submission", "signing", before);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("签名以后内容又变了").doesNotContain("??");

        window.post(page + "/signature");
        signed();
        HttpResponse<String> filed = window.post(
                page + "/submission",
                "signing",
                signing(window.get(page + "/check").body()));

        assertThat(Browser.location(filed)).contains("/desk/window/visits/" + visit + "/cases/");
        CaseId id = new CaseId(
                UUID.fromString(Browser.location(filed).replaceAll(".*/cases/([0-9a-f-]{36})/receipt.*", "$1")));
        UUID paper = cases.open(id, citizen.id()).materials().stream()
                .filter(HandedIn.Uploaded.class::isInstance)
                .map(HandedIn.Uploaded.class::cast)
                .filter(one -> one.material().equals(HandedIn.SIGNED_APPLICATION))
                .map(HandedIn.Uploaded::file)
                .findFirst()
                .orElseThrow();
        assertThat(printed(paper)).contains("经营范围", "签名时间", "SM3", clerk.name());
    }

    @Test
    void without_a_tablet_nothing_is_offered() throws FileRefused {
        CaseId id = filed(people.someone("林青石"), Map.of("delivery", "到大厅领取"));
        grant(id);
        windows.close(clerk);

        String page = "/desk/window/delivery/" + id.value();
        Browser window = browser(clerk);
        assertThat(window.get(page).body()).doesNotContain("/signature/", "??");
        assertThat(window.post(page + "/signature").statusCode()).isEqualTo(409);
    }
}
