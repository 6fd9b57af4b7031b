package org.zhengtong.services.transfer.internal;

import java.util.Map;

/** Takes what a reader finds, row by row. */
interface RowSink {
    /** @param cells path of the column → text; empty cells are missing */
    void row(Sheet sheet, int line, Map<String, String> cells);

    /** Where the columns of a sheet stand: path → letters. */
    void columns(Sheet sheet, Map<String, String> letters);

    void document(int index, String code, String document);

    Findings findings();

    /** @throws Cancelled when the import was called off meanwhile */
    void look();

    /** Ends an import that was called off. */
    final class Cancelled extends RuntimeException {
        Cancelled() {
            super("cancelled", null, false, false);
        }
    }
}
