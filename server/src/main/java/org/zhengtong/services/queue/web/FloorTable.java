package org.zhengtong.services.queue.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.zhengtong.services.queue.FloorReport;

/** A day of a hall as comma-separated values, with the mark spreadsheets know UTF-8 by. */
final class FloorTable {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader("day", "hall", "by", "name", "served", "waited_seconds", "serving_seconds")
            .get();

    private FloorTable() {}

    static String of(FloorReport report) {
        StringWriter text = new StringWriter().append('\uFEFF');
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            print(printer, report, "window", report.windows());
            print(printer, report, "group", report.groups());
            print(printer, report, "item", report.items());
            print(printer, report, "hour", report.hours());
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
        return text.toString();
    }

    private static void print(CSVPrinter printer, FloorReport report, String by, List<FloorReport.Row> rows)
            throws IOException {
        for (FloorReport.Row row : rows) {
            printer.printRecord(
                    report.day(),
                    report.hall(),
                    by,
                    row.name(),
                    row.served(),
                    row.waited().toSeconds(),
                    row.serving().toSeconds());
        }
    }
}
