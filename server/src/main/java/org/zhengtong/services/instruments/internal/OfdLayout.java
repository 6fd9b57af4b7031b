package org.zhengtong.services.instruments.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.zhengtong.ground.web.PdfPaper;
import org.zhengtong.services.instruments.Instrument;
import org.zhengtong.services.instruments.InstrumentText;

/**
 * Where everything of a document stands on its pages, in millimetres from the upper left corner. The seal must be put on
 * the date, so the places are reckoned here and not left to whoever draws.
 */
final class OfdLayout {
    static final double WIDTH = 210;
    static final double HEIGHT = 297;
    static final double SEAL = 42;
    static final double CODE = 30;

    static final double LEFT = 28;
    static final double RIGHT = 184;
    private static final double TOP = 24;
    private static final double BOTTOM = 272;
    private static final double TEXT = 4.6;
    private static final double SMALL = 3.1;
    private static final double LEADING = 1.75;
    private static final double FOOT = 66;
    private static final double SIGNED_MIDDLE = 145;

    /** What must not begin a line (GB/T 15834). */
    private static final String NOT_FIRST = "，。、；：？！）》〉」』】〕”’％,.;:?!)]}%";

    /** What must not end one. */
    private static final String NOT_LAST = "（《〈「『【〔“‘([{";

    /** A line of text. */
    record Line(String words, double x, double y, double size) {}

    /** @param rule height of the red rule below the number; 0 on other pages */
    record Sheet(List<Line> lines, double rule) {}

    /** The pages, and where on the last one seal and code stand. */
    record Pages(List<Sheet> sheets, double sealX, double sealY, double codeX, double codeY) {}

    private final IntToDoubleFunction width;
    private final List<Sheet> sheets = new ArrayList<>();
    private List<Line> lines = new ArrayList<>();
    private double rule;
    private double y = TOP;

    private OfdLayout(IntToDoubleFunction width) {
        this.width = width;
    }

    /** @param width of a character of size 1 */
    static Pages of(Instrument instrument, PaperView view, IntToDoubleFunction width) {
        return new OfdLayout(width).pages(instrument, view);
    }

    private Pages pages(Instrument instrument, PaperView view) {
        centred(instrument.bodyName(), 5);
        y += 2;
        centred(instrument.text().title(), 7.4);
        y += 2;
        for (String part : broken(instrument.number(), TEXT, RIGHT - LEFT, 0)) {
            put(part, RIGHT - measured(part, TEXT), TEXT);
        }
        y += 3;
        rule = y;
        y += 6;
        instrument.text().blocks().forEach(this::block);
        if (y + FOOT > BOTTOM + 14) {
            turn();
        }
        return foot(view);
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
        List<String> parts = broken(words, TEXT, RIGHT - LEFT - indent, firstIndent);
        for (int i = 0; i < parts.size(); i++) {
            put(parts.get(i), LEFT + indent + (i == 0 ? firstIndent : 0), TEXT);
        }
        y += 1;
    }

    private Pages foot(PaperView view) {
        double top = y + 10;
        double sealX = SIGNED_MIDDLE - SEAL / 2;
        y = top + 13;
        for (String words : List.of(view.signer(), view.date())) {
            for (String part : broken(words, TEXT, 78, 0)) {
                put(part, SIGNED_MIDDLE - measured(part, TEXT) / 2, TEXT);
            }
        }
        double codeY = top + 2;
        y = Math.max(y, codeY + CODE + 2);
        small(view.t("instruments.paper.check"));
        small(view.t("instruments.code") + "  " + view.instrument().code());
        small(view.verifyAddress());
        sheets.add(new Sheet(List.copyOf(lines), rule));
        return new Pages(List.copyOf(sheets), sealX, top, LEFT, codeY);
    }

    private void small(String words) {
        for (String part : broken(words, SMALL, RIGHT - LEFT, 0)) {
            put(part, LEFT, SMALL);
        }
    }

    private void centred(String words, double size) {
        for (String part : broken(words, size, RIGHT - LEFT, 0)) {
            put(part, LEFT + (RIGHT - LEFT - measured(part, size)) / 2, size);
        }
    }

    private void put(String words, double x, double size) {
        double height = size * LEADING;
        if (y + height > BOTTOM + 14) {
            turn();
        }
        lines.add(new Line(words, x, y, size));
        y += height;
    }

    private void turn() {
        sheets.add(new Sheet(List.copyOf(lines), rule));
        lines = new ArrayList<>();
        rule = 0;
        y = TOP;
    }

    private double measured(String words, double size) {
        return words.codePoints().mapToDouble(width).sum() * size;
    }

    /** Between any two characters, but not before a closing mark, not after an opening one, not within a word. */
    private List<String> broken(String words, double size, double room, double firstIndent) {
        List<String> parts = new ArrayList<>();
        int[] characters = PdfPaper.printable(words).codePoints().toArray();
        int start = 0;
        double used = firstIndent;
        for (int i = 0; i < characters.length; i++) {
            double step = width.applyAsDouble(characters[i]) * size;
            if (used + step > room && i > start) {
                int end = breakAt(characters, start, i);
                parts.add(new String(characters, start, end - start).stripTrailing());
                start = end;
                used = 0;
                for (int j = start; j < i; j++) {
                    used += width.applyAsDouble(characters[j]) * size;
                }
            }
            used += step;
        }
        parts.add(new String(characters, start, characters.length - start));
        return parts;
    }

    private static int breakAt(int[] characters, int start, int full) {
        int end = full;
        while (end > start + 1 && !mayBreak(characters[end - 1], characters[end])) {
            end--;
        }
        return end > start + 1 ? end : full;
    }

    private static boolean mayBreak(int before, int after) {
        boolean word = isWord(before) && isWord(after);
        return !word && NOT_FIRST.indexOf(after) < 0 && NOT_LAST.indexOf(before) < 0;
    }

    private static boolean isWord(int character) {
        return EmbeddedFonts.isLatin(character) && character != ' ' && character != '/' && character != '-';
    }
}
