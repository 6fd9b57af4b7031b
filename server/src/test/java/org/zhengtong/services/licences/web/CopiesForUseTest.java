package org.zhengtong.services.licences.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceCopies;
import org.zhengtong.services.licences.LicenceCopy;
import org.zhengtong.services.licences.LicenceOrder;
import org.zhengtong.services.licences.LicencePrint;
import org.zhengtong.services.licences.LicencePrints;
import org.zhengtong.services.licences.LicenceState;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.services.licences.OfflineVerification;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.OtherReaders;
import org.zhengtong.testing.PageForm;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ScannedCode;
import org.zhengtong.testing.ZhengtongTest;

/** Prints and copies of a licence, as their holder makes them and as others see them. */
@ZhengtongTest
class CopiesForUseTest {
    private static final String BODY = "云溪市市场监督管理局";

    @LocalServerPort
    int port;

    @Autowired
    Licences licences;

    @Autowired
    LicencePrints prints;

    @Autowired
    LicenceCopies copies;

    @Autowired
    FileStore files;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Identifiers identifiers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private People people;
    private People.Someone agent;
    private Licence licence;
    private Browser holder;

    @BeforeEach
    void issue() {
        people = new People(identity);
        agent = people.someone("李小明");
        licence = issued("食品经营许可证", Map.of("经营者名称", "云溪老李饭店", "经营项目", "热食类食品制售"));
        holder = new Browser(port);
        holder.signIn(agent.phone(), People.PASSWORD);
    }

    @Test
    void each_template_prints_as_pdf_ua_and_as_ofd_whose_seal_others_verify() throws Exception {
        for (String type : new String[] {"食品经营许可证", "残疾人证", "准予行政许可决定书"}) {
            Licence one = issued(type, Map.of());
            LicencePrint print = prints.of(one);
            byte[] pdf = bytes(print.pdf());
            byte[] ofd = bytes(print.ofd());

            OtherReaders.verify(ofd);
            assertThat(ofdWords(ofd)).contains(type, one.identifier(), "持证主体", BODY);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(document.getDocumentCatalog().getMarkInfo().isMarked())
                        .isTrue();
                assertThat(bare(new PDFTextStripper().getText(document))).contains(type, one.number());
                assertThat(document.getNumberOfPages()).as(type).isEqualTo(1);
                BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 300);
                assertThat(ScannedCode.in(page)).contains("/verify/" + one.identifier() + "?code=");
            }
            keep("licence-" + type, pdf, ofd);
        }
    }

    @Test
    void what_was_printed_once_stays_as_it_was() throws IOException {
        LicencePrint first = prints.of(licence);
        LicencePrint again = prints.of(licences.find(licence.id()).orElseThrow());

        assertThat(again).isEqualTo(first);
        assertThat(holder.get("/my/licences/" + licence.id() + "/pdf").body()).startsWith("%PDF");
        assertThat(holder.get("/my/licences/" + licence.id() + "/ofd").headers().firstValue("Content-Type"))
                .contains("application/ofd");
        licences.change(licence.id(), LicenceState.DETAINED, "system", "立案调查");
        LicencePrint detained = prints.of(licences.find(licence.id()).orElseThrow());
        assertThat(detained.pdf().sm3()).isNotEqualTo(first.pdf().sm3());
        assertThat(ofdWords(bytes(detained.ofd()))).contains("暂扣");
    }

    @Test
    void a_copy_says_for_whom_for_what_and_until_when_on_paper_and_to_whoever_scans_it() throws Exception {
        LicenceCopy copy = made();
        LicencePrint print = copies.print(me(), licence.id(), copy.id());
        byte[] ofd = bytes(print.ofd());
        byte[] pdf = bytes(print.pdf());

        OtherReaders.verify(ofd);
        assertThat(ofdWords(ofd)).contains("仅供云溪市青石物业有限公司用于：租赁长宁路66号店面", copy.number());
        String scanned;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(bare(new PDFTextStripper().getText(document))).contains("仅供云溪市青石物业有限公司用于：租赁长宁路66号店面", "他用无效");
            scanned = ScannedCode.in(new PDFRenderer(document).renderImageWithDPI(0, 300));
        }
        keep("copy", pdf, ofd);
        assertThat(scanned).contains("/verify/copies/" + copy.number() + "?code=");
        assertThat(new OfflineVerification(licences.issuers(), Optional.empty()).verify(scanned))
                .isInstanceOfSatisfying(
                        OfflineVerification.Answer.Genuine.class,
                        genuine -> assertThat(genuine.code().copy()).contains(copy.forUse()));
        String path = scanned.substring(scanned.indexOf("/verify/"));
        assertThat(new Browser(port).get(path).body())
                .contains("副本有效", "云溪市青石物业有限公司", "租赁长宁路 66 号店面", "食品经营许可证")
                .doesNotContain("??");
        assertThat(new Browser(port)
                        .get("/verify/copies/" + copy.number() + "?code=AAAA")
                        .body())
                .contains("查无此副本")
                .doesNotContain("青石物业");
        assertThat(new Browser(port)
                        .get("/verify/" + licence.identifier() + path.substring(path.indexOf('?')))
                        .body())
                .contains("伪造");
    }

    @Test
    void the_holder_lists_copies_and_takes_them_back() {
        String base = "/my/licences/" + licence.id();
        PageForm form = PageForm.of(holder.get(base + "/copies/new").body(), base + "/copies/new");
        assertThat(form.with("purpose", "").send(holder).statusCode()).isEqualTo(422);
        String made = Browser.location(form.with("purpose", "租赁长宁路 66 号店面")
                .with("recipient", "云溪市青石物业有限公司")
                .send(holder));
        String copy = made.replaceFirst("\\?.*", "");

        assertThat(holder.get(made).body()).contains("副本已经做好", copy + "/pdf").doesNotContain("??");
        assertThat(holder.get(base).body()).contains(copy);
        assertThat(Browser.location(holder.post(copy + "/revoke"))).isEqualTo(base + "?done=revoked");
        holder.post(copy + "/revoke");

        assertThat(holder.get(copy).body()).contains("已收回").doesNotContain("??");
        assertThat(holder.get(copy + "/pdf").statusCode()).isEqualTo(409);
        LicenceCopy gone = copies.of(me(), licence.id()).getFirst();
        assertThat(new Browser(port).get("/verify/copies/" + gone.number()).body())
                .contains("已被持证主体收回");
        Browser stranger = new Browser(port);
        stranger.signIn(people.someone("赵陌生").phone(), People.PASSWORD);
        for (String path : new String[] {copy, copy + "/pdf", copy + "/ofd", base + "/copies/new"}) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(stranger.post(copy + "/revoke").statusCode()).isEqualTo(404);
    }

    @Test
    void a_copy_is_no_better_than_its_licence() {
        LicenceCopy copy = made();
        String verify = "/api/v1/verifications/copies/" + copy.number();
        assertThat(new Browser(port).get(verify).body()).contains("\"valid\":true");

        licences.change(licence.id(), LicenceState.DETAINED, "system", "立案调查");
        assertThat(new Browser(port).get(verify).body()).contains("LICENCE_ENDED", "\"valid\":false");
        licences.change(licence.id(), LicenceState.VALID, "system", "调查终结");
        assertThat(new Browser(port).get(verify).body()).contains("LICENCE_REPLACED");
        assertThat(new Browser(port)
                        .get("/api/v1/verifications/copies/AAAA-AAAA-AAAA-AAAA")
                        .statusCode())
                .isEqualTo(404);
    }

    private LicenceCopy made() {
        LicenceCopies.Wish wish = new LicenceCopies.Wish(
                "租赁长宁路 66 号店面", "云溪市青石物业有限公司", LocalDate.now(clock).plusDays(30).toString());
        return ((LicenceCopies.Answer.Made) copies.make(me(), licence.id(), wish)).copy();
    }

    private SignedIn me() {
        return new SignedIn(identifiers.next(), agent.id(), agent.name(), Optional.empty());
    }

    private byte[] bytes(StoredFile file) throws IOException {
        try (var content = files.open(file.id())) {
            return content.readAllBytes();
        }
    }

    private static void keep(String name, byte[] pdf, byte[] ofd) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "papers"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        Files.write(folder.resolve(name + ".ofd"), ofd);
    }

    private static String ofdWords(byte[] ofd) throws IOException {
        try (OFDReader reader = new OFDReader(new ByteArrayInputStream(ofd))) {
            return bare(String.join("", new ContentExtractor(reader).extractAll()));
        }
    }

    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }

    private Licence issued(String type, Map<String, String> stated) {
        LicenceOrder order = new LicenceOrder(
                type,
                new Party.Firm(people.firmOf(agent.id(), "云溪老李饭店")),
                "云溪老李饭店",
                organisation.bodyNamed(BODY).orElseThrow().uscc().value(),
                BODY,
                LocalDate.now(clock),
                Optional.empty(),
                new TreeMap<>(stated),
                identifiers.next());
        return Objects.requireNonNull(transaction.execute(_ -> licences.issue(order)));
    }
}
