package org.zhengtong.ground.paper.internal;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ofdrw.font.Font;
import org.ofdrw.layout.OFDDoc;
import org.ofdrw.layout.PageLayout;
import org.ofdrw.layout.VirtualPage;
import org.ofdrw.layout.element.canvas.Canvas;
import org.ofdrw.layout.element.canvas.DrawContext;
import org.ofdrw.layout.element.canvas.FontSetting;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.paper.OfdDocument;
import org.zhengtong.ground.paper.OfdDocument.Mark;
import org.zhengtong.ground.paper.OfdPaper;

/** Draws documents with their fonts inside. The library works on files, so there is a folder for each. */
@Component
class SealedOfd implements OfdPaper {
    /** Where the base line is below the upper edge of a line, as part of the size of its characters. */
    private static final double BASE = 1.25;

    private final OfdSealing sealing;

    SealedOfd(OfdSealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public byte[] print(OfdDocument document) {
        try {
            Path folder = Files.createTempDirectory("zhengtong-ofd-");
            try {
                Path drawn = folder.resolve("drawn.ofd");
                Path sealed = folder.resolve("sealed.ofd");
                draw(document, folder, drawn);
                sealing.seal(document, drawn, sealed);
                return Files.readAllBytes(sealed);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Fonts(Font chinese, Font latin) {}

    private static void draw(OfdDocument document, Path folder, Path out) throws IOException {
        Fonts fonts = fonts(document, folder);
        Map<Mark.Picture, Path> pictures = pictures(document, folder);
        try (OFDDoc ofd = new OFDDoc(out)) {
            ofd.setDefaultPageLayout(new PageLayout(OfdDocument.WIDTH, OfdDocument.HEIGHT).setMargin(0d));
            describe(ofd, document);
            for (OfdDocument.Sheet sheet : document.sheets()) {
                VirtualPage page = new VirtualPage(OfdDocument.WIDTH, OfdDocument.HEIGHT);
                page.add(new Canvas(0, 0, OfdDocument.WIDTH, OfdDocument.HEIGHT).setDrawer(canvas -> {
                    for (Mark mark : sheet.marks()) {
                        draw(mark, canvas, fonts, pictures);
                    }
                }));
                ofd.addVPage(page);
            }
        }
    }

    private static Fonts fonts(OfdDocument document, Path folder) throws IOException {
        String all = marks(document, Mark.Words.class).map(Mark.Words::words).collect(Collectors.joining());
        EmbeddedFonts read = EmbeddedFonts.read();
        return new Fonts(
                font("Droid Sans Fallback", Files.write(folder.resolve("chinese.ttf"), read.chinese(all))),
                font("Open Sans", Files.write(folder.resolve("latin.ttf"), read.latin(all))));
    }

    private static Map<Mark.Picture, Path> pictures(OfdDocument document, Path folder) throws IOException {
        Map<Mark.Picture, Path> files = new HashMap<>();
        for (Mark.Picture picture : marks(document, Mark.Picture.class).toList()) {
            Path file = folder.resolve("picture-" + files.size() + ".png");
            files.put(picture, Files.write(file, picture.drawing().png(picture.pixels())));
        }
        return files;
    }

    private static <M extends Mark> Stream<M> marks(OfdDocument document, Class<M> kind) {
        return document.sheets().stream()
                .flatMap(sheet -> sheet.marks().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static void describe(OFDDoc ofd, OfdDocument document) {
        try {
            ofd.getOfdDir()
                    .getOfd()
                    .getDocBody()
                    .getDocInfo()
                    .setTile(document.title())
                    .setAuthor(document.author())
                    .setCreator("Zhengtong")
                    .setCreationDate(document.date());
        } catch (IOException | org.dom4j.DocumentException e) {
            throw new IllegalStateException("a document of our own cannot be described", e);
        }
    }

    private static void draw(Mark mark, DrawContext canvas, Fonts fonts, Map<Mark.Picture, Path> pictures)
            throws IOException {
        switch (mark) {
            case Mark.Words words -> draw(words, canvas, fonts);
            case Mark.Bar(double x, double y, double width, double height, Color colour) -> {
                fill(canvas, colour);
                canvas.fillRect(x, y, width, height);
            }
            case Mark.Picture picture ->
                canvas.drawImage(
                        Objects.requireNonNull(pictures.get(picture)),
                        picture.x(),
                        picture.y(),
                        picture.side(),
                        picture.side());
        }
    }

    private static void draw(Mark.Words line, DrawContext canvas, Fonts fonts) throws IOException {
        fill(canvas, line.colour());
        double x = line.x();
        for (String run : runs(line.words())) {
            Font font = EmbeddedFonts.isLatin(run.codePointAt(0)) ? fonts.latin() : fonts.chinese();
            canvas.setFont(new FontSetting(line.size(), font));
            canvas.fillText(run, x, line.y() + line.size() * BASE);
            x += run.codePoints().mapToDouble(EmbeddedFonts.read()::width).sum() * line.size();
        }
    }

    private static void fill(DrawContext canvas, Color colour) {
        canvas.setFillColor(colour.getRed(), colour.getGreen(), colour.getBlue());
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
        return new Font(name, name, file)
                .setPrintableAsciiWidthMap(EmbeddedFonts.read().latinWidths());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
