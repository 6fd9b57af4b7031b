package org.zhengtong.services.instruments.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ofdrw.font.Font;
import org.ofdrw.layout.OFDDoc;
import org.ofdrw.layout.PageLayout;
import org.ofdrw.layout.VirtualPage;
import org.ofdrw.layout.element.canvas.Canvas;
import org.ofdrw.layout.element.canvas.DrawContext;
import org.ofdrw.layout.element.canvas.FontSetting;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Drawing;
import org.zhengtong.ground.web.QrCode;
import org.zhengtong.services.instruments.Instrument;

/** Draws a document as OFD (GB/T 33190) and has it sealed. The library works on files, so there is a folder for each. */
@Component
class OfdPrinting {
    /** Where the base line is below the upper edge of a line, as part of the size of its characters. */
    private static final double BASE = 1.25;

    private static final double RULE = 0.45;

    private final MessageSource messages;
    private final SealPictures pictures;
    private final OfdSealing sealing;

    OfdPrinting(MessageSource messages, SealPictures pictures, OfdSealing sealing) {
        this.messages = messages;
        this.pictures = pictures;
        this.sealing = sealing;
    }

    byte[] print(Instrument instrument) {
        try {
            Path folder = Files.createTempDirectory("zhengtong-ofd-");
            try {
                return print(instrument, folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] print(Instrument instrument, Path folder) throws IOException {
        PaperView view = new PaperView(messages, instrument, "", "", pictures.verifyAddress(instrument));
        OfdLayout.Pages pages = OfdLayout.of(instrument, view, Fonts.READ::width);
        Path drawn = folder.resolve("drawn.ofd");
        Path sealed = folder.resolve("sealed.ofd");
        draw(instrument, pages, folder, drawn);
        sealing.seal(instrument, pages, drawn, sealed);
        return Files.readAllBytes(sealed);
    }

    private void draw(Instrument instrument, OfdLayout.Pages pages, Path folder, Path out) throws IOException {
        String all = pages.sheets().stream()
                .flatMap(sheet -> sheet.lines().stream())
                .map(OfdLayout.Line::words)
                .collect(Collectors.joining());
        Font chinese = font("Droid Sans Fallback", Files.write(folder.resolve("chinese.ttf"), Fonts.READ.chinese(all)));
        Font latin = font("Open Sans", Files.write(folder.resolve("latin.ttf"), Fonts.READ.latin(all)));
        Drawing code = pictures.code(instrument);
        Path codePicture = Files.write(folder.resolve("code.png"), code.png(QrCode.pixels(code)));
        try (OFDDoc document = new OFDDoc(out)) {
            document.setDefaultPageLayout(new PageLayout(OfdLayout.WIDTH, OfdLayout.HEIGHT).setMargin(0d));
            describe(document, instrument);
            for (int i = 0; i < pages.sheets().size(); i++) {
                boolean last = i == pages.sheets().size() - 1;
                OfdLayout.Sheet sheet = pages.sheets().get(i);
                VirtualPage page = new VirtualPage(OfdLayout.WIDTH, OfdLayout.HEIGHT);
                page.add(new Canvas(0, 0, OfdLayout.WIDTH, OfdLayout.HEIGHT).setDrawer(canvas -> {
                    draw(sheet, canvas, chinese, latin);
                    if (last) {
                        canvas.drawImage(codePicture, pages.codeX(), pages.codeY(), OfdLayout.CODE, OfdLayout.CODE);
                    }
                }));
                document.addVPage(page);
            }
        }
    }

    private static void describe(OFDDoc document, Instrument instrument) {
        try {
            document.getOfdDir()
                    .getOfd()
                    .getDocBody()
                    .getDocInfo()
                    .setTile(instrument.text().title() + " " + instrument.number())
                    .setAuthor(instrument.bodyName())
                    .setCreator("Zhengtong")
                    .setCreationDate(instrument.date());
        } catch (IOException | org.dom4j.DocumentException e) {
            throw new IllegalStateException("a document of our own cannot be described", e);
        }
    }

    private void draw(OfdLayout.Sheet sheet, DrawContext canvas, Font chinese, Font latin) throws IOException {
        if (sheet.rule() > 0) {
            canvas.setFillColor(0xB3, 0x26, 0x1E);
            canvas.fillRect(OfdLayout.LEFT, sheet.rule(), OfdLayout.RIGHT - OfdLayout.LEFT, RULE);
        }
        canvas.setFillColor(0, 0, 0);
        for (OfdLayout.Line line : sheet.lines()) {
            double x = line.x();
            for (String run : runs(line.words())) {
                Font font = EmbeddedFonts.isLatin(run.codePointAt(0)) ? latin : chinese;
                canvas.setFont(new FontSetting(line.size(), font));
                canvas.fillText(run, x, line.y() + line.size() * BASE);
                x += run.codePoints().mapToDouble(Fonts.READ::width).sum() * line.size();
            }
        }
    }

    /** Parts of one font each. */
    private static List<String> runs(String words) {
        List<String> runs = new ArrayList<>();
        int[] characters = words.codePoints().toArray();
        int start = 0;
        for (int i = 1; i <= characters.length; i++) {
            if (i == characters.length
                    || EmbeddedFonts.isLatin(characters[i]) != EmbeddedFonts.isLatin(characters[start])) {
                runs.add(new String(characters, start, i - start));
                start = i;
            }
        }
        return runs;
    }

    /** With widths given: the library would else measure with the first font of this name the JVM ever saw. */
    private static Font font(String name, Path file) {
        return new Font(name, name, file).setPrintableAsciiWidthMap(Fonts.READ.latinWidths());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Read when the first document is printed. */
    private static final class Fonts {
        static final EmbeddedFonts READ = new EmbeddedFonts();
    }
}
