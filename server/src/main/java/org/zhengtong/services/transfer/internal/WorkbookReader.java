package org.zhengtong.services.transfer.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a workbook as it flows by; only its shared strings are held in memory, and of those only so many. */
final class WorkbookReader {
    /** What the template brings along for people. */
    static final Set<String> FOR_PEOPLE = Set.of("说明", "选项");

    static {
        // a sheet of like rows packs to a hundredth and less; a bomb to a thousandth
        ZipSecureFile.setMinInflateRatio(0.002);
        ZipSecureFile.setMaxEntrySize(ArchiveCheck.MOST_SHEET);
    }

    private static final Logger LOG = LoggerFactory.getLogger(WorkbookReader.class);
    private final RowSink sink;

    WorkbookReader(RowSink sink) {
        this.sink = sink;
    }

    void read(Path file) throws BadFile, IOException {
        ArchiveCheck.look(file);
        try (OPCPackage archive = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(archive);
            Set<String> hidden = hidden(reader);
            ReadOnlySharedStringsTable strings = strings(reader);
            StylesTable styles = reader.getStylesTable();
            sheets((XSSFReader.SheetIterator) reader.getSheetsData(), hidden, strings, styles);
        } catch (ArchiveCheck.TooMuch bomb) {
            throw new BadFile("bomb");
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | SAXException
                | IllegalArgumentException
                | IllegalStateException
                | ZipException
                | EOFException damaged) {
            LOG.info("a workbook cannot be read: {}", damaged.toString());
            throw new BadFile("damaged");
        }
    }

    private void sheets(
            XSSFReader.SheetIterator sheets, Set<String> hidden, ReadOnlySharedStringsTable strings, StylesTable styles)
            throws IOException, SAXException, BadFile {
        Set<Sheet> seen = EnumSet.noneOf(Sheet.class);
        while (sheets.hasNext()) {
            try (InputStream content = new ArchiveCheck.Counted(sheets.next(), ArchiveCheck.MOST_SHEET)) {
                String name = sheets.getSheetName().strip();
                Optional<Sheet> sheet = Sheet.named(name);
                if (hidden.contains(sheets.getSheetName())) {
                    if (!FOR_PEOPLE.contains(name)) {
                        sink.findings().passedOver(PlainWords.shown(name), "", "hidden-sheet");
                    }
                } else if (sheet.isPresent() && seen.add(sheet.get())) {
                    read(content, new SheetRows(sheet.get(), strings, styles, sink));
                } else if (!FOR_PEOPLE.contains(name)) {
                    sink.findings()
                            .add(PlainWords.shown(name), "", "", new Reading.Wrong("unknown-sheet", sheetNames()));
                }
            }
        }
        if (!seen.contains(Sheet.ENTRIES)) {
            throw new BadFile("missing-sheet", Sheet.ENTRIES.shownName());
        }
    }

    private static void read(InputStream content, SheetRows rows) throws IOException, SAXException {
        try {
            parse(content, rows);
        } catch (SheetRows.TooManyRows reported) {
            // the other sheets are still looked at
            return;
        }
    }

    private static String sheetNames() {
        return String.join(
                "、", EnumSet.allOf(Sheet.class).stream().map(Sheet::shownName).toList());
    }

    /** The library's own parser counts each escaped character against the limit for entities. */
    private static ReadOnlySharedStringsTable strings(XSSFReader reader)
            throws IOException, OpenXML4JException, SAXException {
        ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(InputStream.nullInputStream(), false);
        try (InputStream content = reader.getSharedStringsData()) {
            if (content != null) {
                parse(content, strings);
            }
        }
        return strings;
    }

    private static Set<String> hidden(XSSFReader reader) throws IOException, OpenXML4JException, SAXException {
        Set<String> hidden = new HashSet<>();
        try (InputStream workbook = reader.getWorkbookData()) {
            parse(workbook, new DefaultHandler() {
                @Override
                public void startElement(String uri, String name, String qualified, Attributes attributes) {
                    String state = attributes.getValue("state");
                    if (name.equals("sheet") && state != null && !state.equals("visible")) {
                        hidden.add(attributes.getValue("name"));
                    }
                }
            });
        }
        return hidden;
    }

    private static void parse(InputStream xml, DefaultHandler handler) throws IOException, SAXException {
        XMLReader reader = reader();
        reader.setContentHandler(handler);
        reader.setErrorHandler(handler);
        reader.parse(new InputSource(xml));
    }

    private static XMLReader reader() throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            // meant against entities, which cannot be declared here; they also count each &quot; of a long sheet
            reader.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
            reader.setProperty("jdk.xml.totalEntitySizeLimit", "0");
            return reader;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
