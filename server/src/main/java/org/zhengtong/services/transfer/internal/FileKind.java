package org.zhengtong.services.transfer.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** What a file is by its bytes, whatever it is called. */
enum FileKind {
    WORKBOOK,
    DOCUMENTS;

    private static final int START = 4096;

    static FileKind of(Path file) throws IOException, BadFile {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(START);
        }
        if (start.length == 0) {
            throw new BadFile("empty-file");
        }
        String hex = HexFormat.of().formatHex(start, 0, Math.min(8, start.length));
        if (hex.startsWith("d0cf11e0a1b11ae1")) {
            throw new BadFile("old-excel");
        }
        if (hex.startsWith("504b")) {
            return WORKBOOK;
        }
        String text = new String(start, StandardCharsets.ISO_8859_1)
                .replace("\u0000", "")
                .replaceFirst("^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "")
                .strip();
        if (text.isEmpty()) {
            throw new BadFile("empty-file");
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return DOCUMENTS;
        }
        throw new BadFile(text.lines().findFirst().orElse("").contains(",") ? "csv" : "not-known");
    }
}
