package org.zhengtong.ground.web;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The outlines of Chinese characters, from the font in the program, so that a seal looks the same everywhere. */
final class Outlines {
    private static final String FONT = "/fonts/DroidSansFallback.ttf";

    /** Where the middle of a Chinese character lies above the base line, as part of its size. */
    private static final double MIDDLE = 0.36;

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double unit;

    Outlines() {
        try (InputStream file = Outlines.class.getResourceAsStream(FONT)) {
            if (file == null) {
                throw new IllegalStateException(FONT + " is not in the program");
            }
            font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
            characters = font.getUnicodeCmapLookup();
            unit = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the character of size 1, its middle at the origin, upright with y downwards; empty when the font has none */
    synchronized Path2D of(int codePoint) {
        try {
            int glyph = characters.getGlyphId(codePoint);
            GlyphData data = glyph == 0 ? null : font.getGlyph().getGlyph(glyph);
            if (data == null) {
                return new Path2D.Double();
            }
            AffineTransform place = new AffineTransform();
            place.translate(-font.getAdvanceWidth(glyph) / unit / 2, MIDDLE);
            place.scale(1 / unit, -1 / unit);
            return new Path2D.Double(data.getPath(), place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
