package org.zhengtong.services.licences.internal;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.zhengtong.ground.paper.OfdDocument;
import org.zhengtong.ground.paper.OfdDocument.Mark;
import org.zhengtong.ground.paper.Typesetting;
import org.zhengtong.ground.web.Drawing;
import org.zhengtong.ground.web.QrCode;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceType;
import org.zhengtong.services.licences.PrintedLine;

/** Where everything of a licence stands on its sheets of OFD, in millimetres, after the template of its type. */
final class LicenceSheet {
    private static final Color RED = new Color(0x9C, 0x2B, 0x20);
    private static final Color GOLD = new Color(0xB9, 0x8A, 0x3E);
    private static final Color BLUE = new Color(0x1F, 0x4E, 0x86);
    private static final Color INK = new Color(0x22, 0x1C, 0x16);
    private static final Color QUIET = new Color(0x6A, 0x55, 0x2C);

    private static final double LEFT = 30;
    private static final double RIGHT = 180;
    private static final double TOP = 30;
    private static final double BOTTOM = 274;
    private static final double NAMES = 36;
    private static final double TEXT = 4.4;
    private static final double SMALL = 3;
    private static final double LEADING = 1.7;
    private static final double SEAL = 42;
    private static final double CODE = 42;
    private static final double FOOT = 92;

    private final Face face;
    private final List<OfdDocument.Sheet> sheets = new ArrayList<>();
    private List<Mark> marks = new ArrayList<>();
    private double y = TOP;

    private LicenceSheet(Face face) {
        this.face = face;
    }

    static OfdDocument of(Face face) {
        return new LicenceSheet(face).document();
    }

    private OfdDocument document() {
        Licence licence = face.licence();
        frame();
        head(licence);
        face.state().ifPresent(state -> centred("【" + state + "】", 6, RED));
        stamp();
        y += 4;
        if (face.namesHolder()) {
            line(face.t("licences.holder"), licence.holderName());
        }
        for (PrintedLine line : face.lines()) {
            line(line.name(), line.value());
        }
        line(face.t("licences.validity"), face.validity());
        if (y + FOOT > BOTTOM) {
            turn();
        }
        return foot(licence);
    }

    private Color colour() {
        return face.type().face() == LicenceType.Face.CARD ? BLUE : RED;
    }

    /** Red and gold around a certificate, a coloured head on a card, a rule below the head of a letter. */
    private void frame() {
        switch (face.type().face()) {
            case CERTIFICATE -> {
                box(12, 0.8, RED);
                box(14.5, 0.25, GOLD);
            }
            case CARD -> {
                marks.add(new Mark.Bar(0, 0, OfdDocument.WIDTH, 14, BLUE));
                marks.add(new Mark.Bar(0, 14, OfdDocument.WIDTH, 1, GOLD));
            }
            case LETTER -> {}
        }
    }

    private void box(double margin, double thick, Color colour) {
        double width = OfdDocument.WIDTH - 2 * margin;
        double height = OfdDocument.HEIGHT - 2 * margin;
        marks.add(new Mark.Bar(margin, margin, width, thick, colour));
        marks.add(new Mark.Bar(margin, margin + height - thick, width, thick, colour));
        marks.add(new Mark.Bar(margin, margin, thick, height, colour));
        marks.add(new Mark.Bar(margin + width - thick, margin, thick, height, colour));
    }

    private void head(Licence licence) {
        boolean letter = face.type().face() == LicenceType.Face.LETTER;
        centred(letter ? licence.issuerName() : face.t("licences.electronic"), letter ? 5.4 : 4, colour());
        centred(licence.type(), letter ? 8 : 10, colour());
        centred(face.t("licences.number") + "  " + licence.number(), TEXT, INK);
        if (letter) {
            y += 2;
            marks.add(new Mark.Bar(LEFT, y, RIGHT - LEFT, 0.5, RED));
            y += 2;
        }
    }

    private void stamp() {
        List<String> stamp = face.stamp();
        if (stamp.isEmpty()) {
            return;
        }
        y += 3;
        double top = y;
        y += 2;
        centred(stamp.getFirst(), 5.4, RED);
        stamp.stream().skip(1).forEach(words -> centred(words, TEXT, RED));
        y += 2;
        for (double edge : new double[] {top, y}) {
            marks.add(new Mark.Bar(LEFT, edge, RIGHT - LEFT, 0.6, RED));
        }
        marks.add(new Mark.Bar(LEFT, top, 0.6, y - top, RED));
        marks.add(new Mark.Bar(RIGHT - 0.6, top, 0.6, y - top + 0.6, RED));
    }

    private void line(String name, String value) {
        List<String> parts = Typesetting.lines(value, TEXT, RIGHT - LEFT - NAMES, 0);
        put(name, LEFT, TEXT, QUIET);
        y -= TEXT * LEADING;
        for (String part : parts) {
            put(part, LEFT + NAMES, TEXT, INK);
        }
        y += 1.2;
        marks.add(new Mark.Bar(LEFT, y, RIGHT - LEFT, 0.15, GOLD));
        y += 1.2;
    }

    private OfdDocument foot(Licence licence) {
        double top = y + 8;
        double sealX = 128;
        y = top + 14;
        for (String words : List.of(
                face.t("licences.issuer") + "  " + licence.issuerName(),
                face.t("licences.issued-on") + "  " + face.date(licence.issuedOn()))) {
            for (String part : Typesetting.lines(words, TEXT, RIGHT - 84, 0)) {
                put(part, 84, TEXT, INK);
            }
        }
        Drawing code = face.code();
        marks.add(new Mark.Picture(code, QrCode.pixels(code), LEFT, top, CODE));
        y = top + CODE + 2;
        small(face.t("licences.paper.check"));
        small(face.t("licences.identifier") + "  " + licence.identifier());
        small(face.verifyAddress());
        small(face.t("licences.paper.legal"));
        sheets.add(new OfdDocument.Sheet(marks));
        return new OfdDocument(
                licence.type() + " " + licence.number(),
                licence.issuerName(),
                licence.issuedOn(),
                sheets,
                new OfdDocument.Seal(licence.issuerUscc(), licence.issuerName(), face.seal(), sealX, top, SEAL));
    }

    /** Below the code and the seal: room was left for it, and it never turns the sheet. */
    private void small(String words) {
        for (String part : Typesetting.lines(words, SMALL, RIGHT - LEFT, 0)) {
            marks.add(new Mark.Words(part, LEFT, y, SMALL, QUIET));
            y += SMALL * LEADING;
        }
    }

    private void centred(String words, double size, Color colour) {
        for (String part : Typesetting.lines(words, size, RIGHT - LEFT, 0)) {
            put(part, LEFT + (RIGHT - LEFT - Typesetting.width(part, size)) / 2, size, colour);
        }
    }

    private void put(String words, double x, double size, Color colour) {
        double height = size * LEADING;
        if (y + height > BOTTOM) {
            turn();
        }
        marks.add(new Mark.Words(words, x, y, size, colour));
        y += height;
    }

    private void turn() {
        sheets.add(new OfdDocument.Sheet(marks));
        marks = new ArrayList<>();
        y = TOP;
        frame();
    }
}
