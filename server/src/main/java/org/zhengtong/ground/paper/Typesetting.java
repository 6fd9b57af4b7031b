package org.zhengtong.ground.paper;

import java.util.ArrayList;
import java.util.List;
import org.zhengtong.ground.paper.internal.EmbeddedFonts;
import org.zhengtong.ground.web.PdfPaper;

/** How wide words are in the fonts of documents, and where their lines break. */
public final class Typesetting {
    /** What must not begin a line (GB/T 15834). */
    private static final String NOT_FIRST = "，。、；：？！）》〉」』】〕”’％,.;:?!)]}%";

    /** What must not end one. */
    private static final String NOT_LAST = "（《〈「『【〔“‘([{";

    private Typesetting() {}

    public static double width(String words, double size) {
        return words.codePoints().mapToDouble(Typesetting::width).sum() * size;
    }

    private static double width(int character) {
        return EmbeddedFonts.read().width(character);
    }

    /** Between any two characters, but not before a closing mark, not after an opening one, not within a word. */
    public static List<String> lines(String words, double size, double room, double firstIndent) {
        List<String> parts = new ArrayList<>();
        int[] characters = PdfPaper.printable(words).codePoints().toArray();
        int start = 0;
        double used = firstIndent;
        for (int i = 0; i < characters.length; i++) {
            double step = width(characters[i]) * size;
            if (used + step > room && i > start) {
                int end = breakAt(characters, start, i);
                parts.add(new String(characters, start, end - start).stripTrailing());
                start = end;
                used = 0;
                for (int j = start; j < i; j++) {
                    used += width(characters[j]) * size;
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
