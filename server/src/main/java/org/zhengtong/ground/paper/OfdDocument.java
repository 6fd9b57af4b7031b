package org.zhengtong.ground.paper;

import java.awt.Color;
import java.time.LocalDate;
import java.util.List;
import org.zhengtong.ground.web.Drawing;

/**
 * A document on sheets of A4, everything at its place: millimetres from the upper left corner.
 *
 * @param author the name of the body
 */
public record OfdDocument(String title, String author, LocalDate date, List<Sheet> sheets, Seal seal) {
    public static final double WIDTH = 210;
    public static final double HEIGHT = 297;

    public OfdDocument {
        sheets = List.copyOf(sheets);
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("a document has a sheet at least");
        }
    }

    public record Sheet(List<Mark> marks) {
        public Sheet {
            marks = List.copyOf(marks);
        }
    }

    /** Something on a sheet. */
    public sealed interface Mark {
        /** A line of text; {@code y} is the upper edge of its characters' line. */
        record Words(String words, double x, double y, double size, Color colour) implements Mark {}

        record Bar(double x, double y, double width, double height, Color colour) implements Mark {}

        /** A square picture, sharp at {@code pixels} a side. */
        record Picture(Drawing drawing, int pixels, double x, double y, double side) implements Mark {}
    }

    /**
     * The seal, on the last sheet.
     *
     * @param holder USCC of the body
     */
    public record Seal(String holder, String bodyName, Drawing picture, double x, double y, double side) {}
}
