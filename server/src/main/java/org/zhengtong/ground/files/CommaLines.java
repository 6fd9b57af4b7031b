package org.zhengtong.ground.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** CSV (RFC 4180) for people's spreadsheets: what would be taken for a formula there is marked as text. */
public final class CommaLines {
    private CommaLines() {}

    public static void write(Writer out, List<String> cells) {
        try {
            for (int at = 0; at < cells.size(); at++) {
                if (at > 0) {
                    out.write(',');
                }
                out.write('"');
                out.write(plain(cells.get(at)).replace("\"", "\"\""));
                out.write('"');
            }
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String cell) {
        return cell.isEmpty() || "=+-@\t".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }
}
