package org.zhengtong.services.licences.internal;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.zhengtong.ground.web.Drawing;
import org.zhengtong.ground.web.QrCode;
import org.zhengtong.ground.web.SealImage;
import org.zhengtong.ground.web.WebSettings;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Party;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceImages;
import org.zhengtong.services.licences.LicenceState;
import org.zhengtong.services.licences.LicenceType;
import org.zhengtong.services.licences.LicenceType.NumberRule;
import org.zhengtong.services.licences.LicenceType.PrintedAttribute;
import org.zhengtong.testing.ScannedCode;

public class LicencePaperTest {
    private static final ResourceBundleMessageSource MESSAGES = messages();
    private static final LicenceImages IMAGES =
            new LicenceImages(new SealImage(), MESSAGES, new WebSettings(URI.create("https://zw.yunxi.example")));
    private static final LicencePaper PAPER = new LicencePaper(TemplateEngine.createPrecompiled(ContentType.Html));
    private static final String ADDRESS =
            "https://zw.yunxi.example/verify/1.2.156.3005.2.11100000MB0143028R001.11339900990000025L.20260000012.001.K";

    @Test
    void the_paper_is_tagged_and_titled_as_pdf_ua_asks() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(PAPER.pdf(face(licence(LicenceState.VALID))))) {
            var catalogue = pdf.getDocumentCatalog();

            assertThat(catalogue.getMarkInfo().isMarked()).isTrue();
            assertThat(catalogue.getStructureTreeRoot()).isNotNull();
            assertThat(catalogue.getLanguage()).isEqualTo("zh-CN");
            assertThat(catalogue.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("营业执照 91339900MA26000017");
            assertThat(new String(catalogue.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<pdfuaid:part>1</pdfuaid:part>")
                    .contains("营业执照电子证照，由云溪市市场监督管理局签发")
                    .contains("营业执照");
        }
    }

    @Test
    void every_font_is_inside_and_the_words_can_be_taken_out() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(PAPER.pdf(face(licence(LicenceState.VALID))))) {
            for (PDPage page : pdf.getPages()) {
                assertThat(page.getResources().getFontNames()).isNotEmpty();
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
            String words = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
            assertThat(words)
                    .contains("营业执照")
                    .contains("云溪老李饭店有限公司")
                    .contains("91339900MA26000017")
                    .contains("云溪市市场监督管理局")
                    .contains("2026年3月2日")
                    .doesNotContain("#");
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void the_code_on_the_paper_leads_to_the_verification() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(PAPER.pdf(face(licence(LicenceState.VALID))))) {
            BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, 200);

            assertThat(ScannedCode.in(page)).isEqualTo(ADDRESS);
        }
    }

    @Test
    void the_picture_of_the_code_leads_to_the_verification() throws Exception {
        Drawing code = IMAGES.code(licence(LicenceState.VALID), Optional.empty());
        byte[] png = code.png(QrCode.pixels(code));

        assertThat(ScannedCode.in(ImageIO.read(new ByteArrayInputStream(png)))).isEqualTo(ADDRESS);
        assertThat(code.svg()).startsWith("<svg").doesNotContain("style").doesNotContain("script");
    }

    @Test
    void a_licence_that_is_not_valid_says_so_on_paper() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(PAPER.pdf(face(licence(LicenceState.CANCELLED))))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", ""))
                    .contains("已注销");
        }
    }

    @Test
    void what_people_wrote_cannot_break_the_paper() throws Exception {
        Licence odd =
                licence(LicenceState.VALID, Map.of("名称", "<b>\"A&B\"</b>\u0007 'C' ☃ 𠀀 店", "经营范围", "长".repeat(3000)));

        try (PDDocument pdf = Loader.loadPDF(PAPER.pdf(face(odd)))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("<b>\"A&B\"</b>");
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
        }
    }

    @Test
    void a_seal_is_drawn_for_bodies_with_long_names_and_rare_characters() {
        Drawing seal = SealImage.drawing(new SealImage().of("云溪市市场监督管理局高新技术产业开发区分局𠀀", "电子证照专用章"));

        assertThat(seal.svg()).contains("#c41e16").hasSizeGreaterThan(5000);
        assertThat(seal.png(100)).isNotEmpty();
    }

    private static Face face(Licence licence) {
        return new Face(MESSAGES, licence, TYPE, IMAGES, Optional.empty(), Optional.empty());
    }

    static final LicenceType TYPE = new LicenceType(
            "营业执照",
            "11100000MB0143028R001",
            LicenceType.Subject.FIRM,
            Optional.empty(),
            new NumberRule.CreditCode(),
            List.of(
                    new PrintedAttribute("名称", false),
                    new PrintedAttribute("类型", false),
                    new PrintedAttribute("法定代表人", false),
                    new PrintedAttribute("成立日期", false),
                    new PrintedAttribute("住所", false),
                    new PrintedAttribute("经营范围", false)),
            LicenceType.Face.CERTIFICATE);

    static Licence licence(LicenceState state) {
        return licence(
                state,
                Map.of(
                        "名称", "云溪老李饭店有限公司",
                        "类型", "有限责任公司(自然人独资)",
                        "法定代表人", "李小明",
                        "成立日期", "2026-03-02",
                        "住所", "云溪市望溪区长宁路 66 号 2 幢 101 室",
                        "经营范围", "许可项目:餐饮服务;食品销售。(依法须经批准的项目,经相关部门批准后方可开展经营活动)"));
    }

    private static Licence licence(LicenceState state, Map<String, String> attributes) {
        return new Licence(
                UUID.fromString("019cb135-8280-7c46-99b1-38599263c358"),
                "1.2.156.3005.2.11100000MB0143028R001.11339900990000025L.20260000012.001.K",
                "91339900MA26000017",
                "营业执照",
                new Party.Firm(new FirmId(UUID.fromString("019cb135-8280-7c46-99b1-38599263c359"))),
                "云溪老李饭店有限公司",
                "11339900990000025L",
                "云溪市市场监督管理局",
                LocalDate.of(2026, 3, 2),
                Optional.empty(),
                state,
                1,
                new TreeMap<>(attributes));
    }

    public static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/services/licences", "messages/ground/web");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }
}
