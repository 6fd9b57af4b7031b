package org.zhengtong.ground.paper.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts of OFD documents: one for Chinese, one for Latin letters and digits. Each document carries the characters it
 * uses and no others, 20 kB instead of 3 MB.
 */
public final class EmbeddedFonts {
    private static final char FIRST_PRINTABLE = ' ';
    private static final char LAST_PRINTABLE = '~';

    private final TrueTypeFont chinese = parsed("/fonts/DroidSansFallback.ttf");
    private final TrueTypeFont latin = parsed("/fonts/OpenSans-Regular.ttf");

    private EmbeddedFonts() {}

    public static EmbeddedFonts read() {
        return Read.FONTS;
    }

    public static boolean isLatin(int codePoint) {
        return codePoint >= FIRST_PRINTABLE && codePoint <= LAST_PRINTABLE;
    }

    /** The width of a character of size 1. */
    public double width(int codePoint) {
        return isLatin(codePoint) ? advance(latin, codePoint) : 1;
    }

    /** Widths of the printable ASCII characters in their order. */
    double[] latinWidths() {
        double[] widths = new double[LAST_PRINTABLE - FIRST_PRINTABLE + 1];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = advance(latin, FIRST_PRINTABLE + i);
        }
        return widths;
    }

    byte[] chinese(String text) {
        return subset(chinese, text.codePoints().filter(one -> !isLatin(one)).toArray());
    }

    byte[] latin(String text) {
        return subset(latin, text.codePoints().filter(EmbeddedFonts::isLatin).toArray());
    }

    /** The parsed fonts read on demand, and so one document at a time. */
    private synchronized byte[] subset(TrueTypeFont font, int[] characters) {
        try {
            CmapLookup known = font.getUnicodeCmapLookup();
            TTFSubsetter subsetter = new TTFSubsetter(font);
            subsetter.add('0');
            for (int character : characters) {
                if (known.getGlyphId(character) != 0) {
                    subsetter.add(character);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            subsetter.writeToStream(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized double advance(TrueTypeFont font, int codePoint) {
        try {
            int glyph = font.getUnicodeCmapLookup().getGlyphId(codePoint);
            return (double) font.getAdvanceWidth(glyph) / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont parsed(String name) {
        try (InputStream file = Objects.requireNonNull(EmbeddedFonts.class.getResourceAsStream(name), name)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When the first document is printed. */
    private static final class Read {
        static final EmbeddedFonts FONTS = new EmbeddedFonts();
    }
}
