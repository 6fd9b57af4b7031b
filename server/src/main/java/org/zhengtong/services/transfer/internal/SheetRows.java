package org.zhengtong.services.transfer.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The rows of one sheet, as its XML goes by. */
final class SheetRows extends DefaultHandler {
    /** The last row Excel has. */
    static final int LAST_ROW = 1_048_576;

    private static final int LONGEST_CELL = 33_000;
    private static final int LOOK_EVERY = 500;
    private final Sheet sheet;
    private final ReadOnlySharedStringsTable strings;
    private final StylesTable styles;
    private final RowSink sink;
    private final SheetHeader header;
    private final Map<String, String> cells = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private int line;
    private int read;
    private int column;
    private boolean hidden;
    private boolean formula;
    private boolean collecting;
    private boolean phonetic;
    private String type = "";
    private int style;

    SheetRows(Sheet sheet, ReadOnlySharedStringsTable strings, StylesTable styles, RowSink sink) {
        this.sheet = sheet;
        this.strings = strings;
        this.styles = styles;
        this.sink = sink;
        this.header = new SheetHeader(sheet, sink);
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        switch (name) {
            case "row" -> startRow(attributes);
            case "c" -> startCell(attributes);
            case "f" -> formula = true;
            // where programs leave both, Excel shows the inline text
            case "v" -> collecting = !type.equals("inlineStr");
            case "t" -> collecting = type.equals("inlineStr") && !phonetic;
            case "rPh" -> phonetic = true;
            case "mergeCell" ->
                wrong(Objects.requireNonNullElse(attributes.getValue("ref"), ""), "", new Reading.Wrong("merged"));
            default -> {}
        }
    }

    @Override
    public void characters(char[] characters, int from, int length) {
        if (collecting && text.length() < LONGEST_CELL) {
            text.append(characters, from, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        switch (name) {
            case "v", "t" -> collecting = false;
            case "rPh" -> phonetic = false;
            case "c" -> endCell();
            case "row" -> endRow();
            case "sheetData" -> {
                if (!header.isRead()) {
                    wrong("A1", "", new Reading.Wrong("no-header"));
                }
            }
            default -> {}
        }
    }

    private void startRow(Attributes attributes) throws SAXException {
        line = number(attributes.getValue("r"), line + 1);
        if (line > LAST_ROW) {
            wrong("A" + line, "", new Reading.Wrong("too-many-rows", LAST_ROW));
            throw new TooManyRows();
        }
        hidden = "1".equals(attributes.getValue("hidden")) || "true".equals(attributes.getValue("hidden"));
        column = -1;
        cells.clear();
        if (++read % LOOK_EVERY == 0) {
            sink.look();
        }
    }

    private void startCell(Attributes attributes) throws SAXException {
        String reference = attributes.getValue("r");
        column = reference == null ? column + 1 : columnOf(reference);
        type = Objects.requireNonNullElse(attributes.getValue("t"), "n");
        style = number(attributes.getValue("s"), 0);
        formula = false;
        text.setLength(0);
    }

    private void endCell() throws SAXException {
        if (hidden && header.isRead()) {
            return;
        }
        String value = value();
        if (!header.isRead()) {
            if (formula) {
                wrong(place(), "", new Reading.Wrong("formula"));
            }
            header.add(column, value);
            return;
        }
        Column known = header.at(column);
        if (known == null) {
            header.stray(column, line, value);
            return;
        }
        if (formula) {
            wrong(place(), known.header(), new Reading.Wrong("formula"));
        } else if (type.equals("e")) {
            wrong(place(), known.header(), new Reading.Wrong("cell-error", PlainWords.shown(value)));
        } else if (type.equals("n") && !value.isEmpty() && isDate()) {
            wrong(place(), known.header(), new Reading.Wrong("date-cell"));
        } else if (type.equals("n") && !value.isEmpty() && known.kind() == Column.Kind.CODE) {
            wrong(place(), known.header(), new Reading.Wrong("number-as-code"));
        } else if (!value.isEmpty()) {
            cells.put(known.path(), value);
            return;
        } else {
            return;
        }
        // reported already: what stands in for it is not looked at again
        cells.put(known.path(), EntryAssembly.REPORTED);
    }

    private void endRow() throws SAXException {
        if (!header.isRead()) {
            header.end(line);
            return;
        }
        if (hidden) {
            sink.findings().passedOver(sheet.shownName(), line + ":" + line, "hidden-row");
        } else if (cells.values().stream().anyMatch(cell -> !cell.isBlank())) {
            sink.row(sheet, line, new LinkedHashMap<>(cells));
        }
    }

    private String value() throws SAXException {
        String raw = text.toString();
        return switch (type) {
            case "s" -> shared(raw);
            case "b" -> raw.equals("1") ? "TRUE" : "FALSE";
            case "n" -> raw.isBlank() || formula ? "" : plainNumber(raw);
            default -> SheetHeader.decoded(raw);
        };
    }

    private String shared(String raw) throws SAXException {
        try {
            int index = number(raw.strip(), -1);
            return SheetHeader.decoded(
                    Objects.requireNonNullElse(strings.getItemAt(index).getString(), ""));
        } catch (IndexOutOfBoundsException unknown) {
            throw new SAXException("no such string");
        }
    }

    /** As people see it: 20 and not 20.0 or 2E1. */
    private static String plainNumber(String raw) {
        try {
            BigDecimal number = new BigDecimal(raw.strip());
            return Math.abs(number.scale()) > 40
                    ? raw
                    : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException | ArithmeticException noNumber) {
            return raw;
        }
    }

    private boolean isDate() {
        if (style < 0 || style >= styles.getNumCellStyles()) {
            return false;
        }
        XSSFCellStyle known = styles.getStyleAt(style);
        return DateUtil.isADateFormat(
                known.getDataFormat(), Objects.requireNonNullElse(known.getDataFormatString(), ""));
    }

    private void wrong(String cell, String element, Reading.Wrong wrong) {
        sink.findings().add(sheet.shownName(), cell, element, wrong);
    }

    private String place() {
        return CellReference.convertNumToColString(column) + line;
    }

    private static int columnOf(String reference) throws SAXException {
        String letters = reference.replaceFirst("[0-9]+$", "");
        if (!letters.matches("[A-Z]{1,3}")) {
            throw new SAXException("no cell: " + reference);
        }
        return CellReference.convertColStringToIndex(letters);
    }

    private static int number(@Nullable String text, int otherwise) throws SAXException {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new SAXException("no number: " + text);
        }
    }

    /** Nothing more of this sheet is read. */
    static final class TooManyRows extends SAXException {
        TooManyRows() {
            super("more rows than Excel has");
        }
    }
}
