package org.zhengtong.services.catalogue;

/**
 * Who stands behind a published version.
 *
 * @param editedBy who wrote it, as the audit log names them
 * @param reviewedBy who looked at it and let it pass: somebody else
 * @param reason what was changed and why, as the editors say it
 */
public record Publication(String editedBy, String reviewedBy, String reason) {
    /** What comes with the program itself, such as the demo city. */
    public static final Publication OF_THE_PROGRAM = new Publication("system", "system", "");
}
