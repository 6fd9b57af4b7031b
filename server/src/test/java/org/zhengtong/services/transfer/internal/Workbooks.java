package org.zhengtong.services.transfer.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as people change them in Excel. */
final class Workbooks {
    private Workbooks() {}

    static byte[] changed(byte[] workbook, Consumer<XSSFWorkbook> change) {
        try (XSSFWorkbook opened = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            opened.forEach(sheet -> sheet.forEach(row -> row.forEach(Workbooks::shared)));
            change.accept(opened);
            opened.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Excel keeps texts apart from the cells when it saves. */
    private static void shared(Cell cell) {
        if (cell.getCellType() == CellType.STRING) {
            String text = cell.getStringCellValue();
            cell.setBlank();
            cell.setCellValue(text);
        }
    }

    /** The cell of a column in a line, counted from 1 as people do. */
    static Cell cell(XSSFWorkbook workbook, String sheet, String header, int line) {
        XSSFSheet page = workbook.getSheet(sheet);
        int column = IntStream.range(0, page.getRow(0).getLastCellNum())
                .filter(at -> page.getRow(0).getCell(at).getStringCellValue().equals(header))
                .findFirst()
                .orElseThrow();
        return page.getRow(line - 1).getCell(column, MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }
}
