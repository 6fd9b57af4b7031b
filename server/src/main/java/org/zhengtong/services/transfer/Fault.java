package org.zhengtong.services.transfer;

import java.util.List;

/**
 * Something about an import that its maker should know, at its place in the file.
 *
 * @param sheet name of the sheet, empty in a JSON document and when it is the file
 * @param cell such as {@code C17}, a range, or a place in a JSON document
 * @param element the header of the column at fault
 * @param blocking whether nothing is kept because of it; the others say what was passed over knowingly
 * @param code the sentence {@code transfer.fault.<code>} says what to do
 * @param words put into the sentence
 */
public record Fault(String sheet, String cell, String element, boolean blocking, String code, List<String> words) {
    public Fault {
        words = List.copyOf(words);
    }

    /** Such as {@code 材料!C17}. */
    public String place() {
        return sheet.isEmpty() || cell.isEmpty() ? sheet + cell : sheet + "!" + cell;
    }
}
