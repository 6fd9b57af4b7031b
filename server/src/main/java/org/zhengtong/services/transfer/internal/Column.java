package org.zhengtong.services.transfer.internal;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A column of a sheet, and the element of an entry's document it holds.
 *
 * @param path where it stands in the document of the row, such as {@code further/topics}
 * @param most longest text in characters, of each line where it has lines; largest number
 * @param empty what an empty cell means
 * @param note what to write there, for the sheet of instructions
 */
record Column(
        String sheet,
        String header,
        String path,
        Kind kind,
        Optional<Choices> choices,
        int most,
        Empty empty,
        String note) {

    /** What it holds. */
    enum Kind {
        CODE,
        /** Follows from the code; may stand there and must agree then. */
        DERIVED,
        /** Only to be read by people; passed over. */
        KNOWN,
        LINE,
        TEXT,
        LINES,
        NUMBER,
        YES_NO,
        CHOICE,
        CHOICES,
        PROCEDURES,
        PAIRS,
        JSON
    }

    /** What nothing in a cell means. */
    enum Empty {
        NO,
        TEXT,
        NULL,
        LIST
    }

    /** The last step of the path. */
    String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    boolean isRead() {
        return kind != Kind.KNOWN;
    }

    Reading read(String cell) {
        return CellReading.read(this, cell);
    }

    /** The same for a value of a JSON document; a missing one is empty. */
    Reading accept(JsonNode value) {
        return ValueReading.read(this, value);
    }

    String text(JsonNode value) {
        return CellWriting.text(this, value);
    }
}
