package org.zhengtong.services.instruments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.ofdrw.core.signatures.SigType;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.DocumentKind;
import org.zhengtong.services.instruments.Instrument;
import org.zhengtong.services.instruments.InstrumentText;
import org.zhengtong.testing.OtherReaders;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class PrintingTest {
    private static final String BODY = "11330100MB0000001A";

    @Autowired
    OfdPrinting printing;

    @Autowired
    PdfPrinting pdf;

    @Test
    void the_words_of_both_prints_are_those_issued() throws IOException {
        Instrument instrument = instrument(3);

        String ofdWords = words(printing.print(instrument));
        String pdfWords = pdfWords(pdf.print(instrument));

        for (String line : instrument.text().plain().lines().toList()) {
            assertThat(ofdWords).contains(bare(line));
            assertThat(pdfWords).contains(bare(line));
        }
        for (String word : List.of("云试许不准〔2026〕1号", "2026年3月2日", "云溪市试验局", instrument.code())) {
            assertThat(ofdWords).contains(bare(word));
            assertThat(pdfWords).contains(bare(word));
        }
        Files.createDirectories(Path.of("target", "papers"));
        Files.write(Path.of("target", "papers", "refusal.pdf"), pdf.print(instrument));
        Files.write(Path.of("target", "papers", "refusal.ofd"), printing.print(instrument));
    }

    @Test
    void the_pdf_is_tagged_and_titled_as_pdf_ua_asks() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf.print(instrument(3)))) {
            var catalogue = document.getDocumentCatalog();

            assertThat(catalogue.getMarkInfo().isMarked()).isTrue();
            assertThat(catalogue.getLanguage()).isEqualTo("zh-CN");
            assertThat(catalogue.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(catalogue.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("不予行政许可决定书 云试许不准〔2026〕1号");
            assertThat(new String(catalogue.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("pdfuaid");
        }
    }

    @Test
    void others_read_the_seal_as_that_of_the_body_on_the_last_page() throws Exception {
        byte[] ofd = printing.print(instrument(60));

        OtherReaders.verify(ofd);
        assertThat(ofd.length).isLessThan(400_000);
        try (OFDReader reader = new OFDReader(new ByteArrayInputStream(ofd))) {
            assertThat(reader.getNumberOfPages()).isGreaterThan(1);
            assertThat(reader.getDefaultSignatures().getSignatures())
                    .singleElement()
                    .satisfies(one -> assertThat(one.getType()).isEqualTo(SigType.Seal));
            String signature = entry(ofd, "Doc_0/Signs/Sign_0/Signature.xml");
            assertThat(signature).contains("PageRef=\"" + reader.getPageObjectId(reader.getNumberOfPages()) + "\"");
        }
    }

    @Test
    void no_character_stands_on_another_whatever_was_printed_before() throws IOException {
        printing.print(instrument(List.of(new InstrumentText.Paragraph("天"))));

        String page = entry(
                printing.print(instrument(List.of(new InstrumentText.Paragraph("云溪市试验局检验检疫食品，见 GB 14881。")))),
                "Doc_0/Pages/Page_0/Content.xml");

        assertThat(page).contains("DeltaX").doesNotContainPattern("DeltaX=\"([0-9.]+ )*0[ \"]");
    }

    @Test
    void a_changed_word_breaks_the_seal() throws Exception {
        byte[] changed = changed(printing.print(instrument(3)));

        assertThatThrownBy(() -> OtherReaders.verify(changed)).hasMessageContaining("Content.xml");
    }

    @Test
    void letters_no_font_has_and_words_without_end_hinder_no_print() throws IOException {
        Instrument instrument = instrument(List.of(
                new InstrumentText.Paragraph("𠀀🙂\uFFFFé" + "a".repeat(400) + "》".repeat(80)),
                new InstrumentText.Points(List.of("“".repeat(100)))));

        assertThat(words(printing.print(instrument))).contains("a".repeat(30));
        assertThat(pdf.print(instrument)).isNotEmpty();
    }

    static Instrument instrument(int points) {
        return instrument(List.of(
                new InstrumentText.Paragraph("李明："),
                new InstrumentText.Paragraph(
                        "您于2026年3月1日提出的“食品经营许可”申请（收件编号 YX-7F3K-2291），经审查不符合法定条件、标准。依照《中华人民共和国行政许可法》第三十八条第二款，决定不予许可。"),
                new InstrumentText.Points(IntStream.rangeClosed(1, points)
                        .mapToObj(i -> "第" + i + "项不符合：距离不足 25 m，见 GB 14881-2013。")
                        .toList()),
                new InstrumentText.Heading("救济途径"),
                new InstrumentText.Paragraph("如不服本决定，可以自收到本决定书之日起六十日内申请行政复议。")));
    }

    static Instrument instrument(List<InstrumentText.Block> blocks) {
        return new Instrument(
                new UUID(1, 1),
                new CaseId(new UUID(2, 2)),
                DocumentKind.REFUSAL_DECISION,
                "5",
                "云试许不准〔2026〕1号",
                BODY,
                "云溪市试验局",
                0,
                Instant.parse("2026-03-02T01:00:00Z"),
                "7F3K-22M9-QXW4-KD8A",
                "云溪市试验局",
                new InstrumentText("不予行政许可决定书", blocks));
    }

    private static String words(byte[] ofd) throws IOException {
        try (OFDReader reader = new OFDReader(new ByteArrayInputStream(ofd))) {
            return bare(String.join("", new ContentExtractor(reader).extractAll()));
        }
    }

    private static String pdfWords(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return bare(new PDFTextStripper().getText(document));
        }
    }

    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }

    private static String entry(byte[] ofd, String name) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(ofd))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError(name + " is missing");
    }

    private static byte[] changed(byte[] ofd) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(ofd));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(
                        entry.getName().endsWith("Content.xml")
                                ? new String(content, StandardCharsets.UTF_8)
                                        .replace("不符合", "符合　")
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return out.toByteArray();
    }
}
