package org.zhengtong.services.instruments.internal;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.zhengtong.ground.paper.OfdDocument;
import org.zhengtong.ground.paper.OfdDocument.Mark;
import org.zhengtong.ground.paper.Typesetting;
import org.zhengtong.ground.web.Drawing;
import org.zhengtong.ground.web.QrCode;
import org.zhengtong.services.instruments.Instrument;
import org.zhengtong.services.instruments.InstrumentText;

/**
 * Where everything of a document stands on its pages, in millimetres from the upper left corner. The seal must be put on
 * the date, so the places are reckoned here and not left to whoever draws.
 */
final class OfdLayout {
    private static final double SEAL = 42;
    private static final double CODE = 30;

    private static final double LEFT = 28;
    private static final double RIGHT = 184;
    private static final double TOP = 24;
    private static final double BOTTOM = 272;
    private static final double TEXT = 4.6;
    private static final double SMALL = 3.1;
    private static final double LEADING = 1.75;
    private static final double FOOT = 66;
    private static final double SIGNED_MIDDLE = 145;

    private static final double RULE = 0.45;
    private static final Color RULE_COLOUR = new Color(0xB3, 0x26, 0x1E);

    private final SealPictures pictures;
    private final List<OfdDocument.Sheet> sheets = new ArrayList<>();
    private List<Mark> marks = new ArrayList<>();
    private double y = TOP;

    private OfdLayout(SealPictures pictures) {
        this.pictures = pictures;
    }

    static OfdDocument of(Instrument instrument, PaperView view, SealPictures pictures) {
        return new OfdLayout(pictures).document(instrument, view);
    }

    private OfdDocument document(Instrument instrument, PaperView view) {
        centred(instrument.bodyName(), 5);
        y += 2;
        centred(instrument.text().title(), 7.4);
        y += 2;
        for (String part : Typesetting.lines(instrument.number(), TEXT, RIGHT - LEFT, 0)) {
            put(part, RIGHT - Typesetting.width(part, TEXT), TEXT);
        }
        y += 3;
        marks.add(new Mark.Bar(LEFT, y, RIGHT - LEFT, RULE, RULE_COLOUR));
        y += 6;
        instrument.text().blocks().forEach(this::block);
        if (y + FOOT > BOTTOM + 14) {
            turn();
        }
        return foot(instrument, view);
    }

    private void block(InstrumentText.Block block) {
        switch (block) {
            case InstrumentText.Heading(String words) -> {
                y += 2;
                paragraph(words, 0, 0);
            }
            case InstrumentText.Paragraph(String words) ->
                paragraph(words, 0, words.endsWith("：") && words.length() < 60 ? 0 : 2 * TEXT);
            case InstrumentText.Points(List<String> points) -> {
                for (int i = 0; i < points.size(); i++) {
                    paragraph((i + 1) + ". " + points.get(i), 2 * TEXT, 0);
                }
            }
        }
    }

    private void paragraph(String words, double indent, double firstIndent) {
        List<String> parts = Typesetting.lines(words, TEXT, RIGHT - LEFT - indent, firstIndent);
        for (int i = 0; i < parts.size(); i++) {
            put(parts.get(i), LEFT + indent + (i == 0 ? firstIndent : 0), TEXT);
        }
        y += 1;
    }

    private OfdDocument foot(Instrument instrument, PaperView view) {
        double top = y + 10;
        y = top + 13;
        for (String words : List.of(view.signer(), view.date())) {
            for (String part : Typesetting.lines(words, TEXT, 78, 0)) {
                put(part, SIGNED_MIDDLE - Typesetting.width(part, TEXT) / 2, TEXT);
            }
        }
        double codeY = top + 2;
        y = Math.max(y, codeY + CODE + 2);
        small(view.t("instruments.paper.check"));
        small(view.t("instruments.code") + "  " + instrument.code());
        small(view.verifyAddress());
        Drawing code = pictures.code(instrument);
        marks.add(new Mark.Picture(code, QrCode.pixels(code), LEFT, codeY, CODE));
        sheets.add(new OfdDocument.Sheet(marks));
        return new OfdDocument(
                instrument.text().title() + " " + instrument.number(),
                instrument.bodyName(),
                instrument.date(),
                sheets,
                new OfdDocument.Seal(
                        instrument.body(),
                        instrument.bodyName(),
                        pictures.seal(instrument.bodyName()),
                        SIGNED_MIDDLE - SEAL / 2,
                        top,
                        SEAL));
    }

    private void small(String words) {
        for (String part : Typesetting.lines(words, SMALL, RIGHT - LEFT, 0)) {
            put(part, LEFT, SMALL);
        }
    }

    private void centred(String words, double size) {
        for (String part : Typesetting.lines(words, size, RIGHT - LEFT, 0)) {
            put(part, LEFT + (RIGHT - LEFT - Typesetting.width(part, size)) / 2, size);
        }
    }

    private void put(String words, double x, double size) {
        double height = size * LEADING;
        if (y + height > BOTTOM + 14) {
            turn();
        }
        marks.add(new Mark.Words(words, x, y, size, Color.BLACK));
        y += height;
    }

    private void turn() {
        sheets.add(new OfdDocument.Sheet(marks));
        marks = new ArrayList<>();
        y = TOP;
    }
}
