package org.zhengtong.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.zhengtong.ground.crypto.FieldCipher;

/** Makes many cases of a few: each its own identifiers, numbers, days and applicant, and everything sealed for its own row. */
final class CaseCopies {
    private static final Set<String> DAYS = Set.of(
            "received_on",
            "prechecked_on",
            "correction_asked_on",
            "correction_until",
            "accepted_on",
            "decided_on",
            "delivered_on",
            "due",
            "deferral_until",
            "planned_from");
    private static final String RECEIPT_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final long RECEIPTS = 31L * 31 * 31 * 31;
    private static final HexFormat HEX = HexFormat.of();

    private final CaseTemplates templates;
    private final FieldCipher cipher;

    CaseCopies(CaseTemplates templates, FieldCipher cipher) {
        this.templates = templates;
        this.cipher = cipher;
    }

    static String nameOf(UUID id) {
        return "cases.case_file.applicant_name:" + id;
    }

    static String contentOf(UUID id) {
        return "cases.case_file.content:" + id;
    }

    static String detailOf(UUID id, String step) {
        return "cases.step.detail:" + id + "/" + step;
    }

    /** Rows as COPY takes them. */
    record Rows(StringBuilder cases, StringBuilder steps) {}

    /**
     * @param number of the copy, below ten million
     * @param weeksAgo how much earlier everything happened; whole weeks keep working days what they are
     * @param own whether the applicant stays the template's, whose name and number people know
     */
    void write(Rows rows, CaseTemplates.Case template, int number, int weeksAgo, boolean own, SplittableRandom random) {
        UUID id = new UUID((0x0190_0000_0000L + number) << 16 | 0x7000L, random.nextLong() >>> 2 | Long.MIN_VALUE);
        Map<String, String> row = template.row();
        List<String> columns = templates.caseColumns();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            String value = row.get(column);
            rows.cases()
                    .append(i == 0 ? "" : "\t")
                    .append(
                            switch (column) {
                                case "id" -> id.toString();
                                case "filing_key" -> new UUID(random.nextLong(), random.nextLong()).toString();
                                case "case_number" -> row.get("item") + "20200101" + "%08d".formatted(number);
                                case "receipt_number" -> receipt(number);
                                case "applicant", "agent" ->
                                    own ? row.getOrDefault(column, "") : new UUID(0x7000L, number).toString();
                                case "applicant_name" -> bytes(cipher.seal(template.name(), nameOf(id)));
                                case "content" -> bytes(cipher.seal(template.content(), contentOf(id)));
                                default -> value == null ? "\\N" : escaped(shifted(column, value, weeksAgo));
                            });
        }
        rows.cases().append('\n');
        template.steps().forEach(step -> write(rows.steps(), step, id, weeksAgo));
    }

    private void write(StringBuilder rows, CaseTemplates.Step step, UUID id, int weeksAgo) {
        List<String> columns = templates.stepColumns();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            String value = step.row().get(column);
            rows.append(i == 0 ? "" : "\t")
                    .append(
                            switch (column) {
                                case "case_id" -> id.toString();
                                case "detail" ->
                                    bytes(cipher.seal(
                                            step.detail(),
                                            detailOf(id, step.row().getOrDefault("number", ""))));
                                default -> value == null ? "\\N" : escaped(shifted(column, value, weeksAgo));
                            });
        }
        rows.append('\n');
    }

    /** Numbers scattered as drawn ones are, and no two alike: the multiplier is prime to how many there can be. */
    private static String receipt(int number) {
        long drawn = number * 7_368_787L % (RECEIPTS * 10_000L);
        StringBuilder letters = new StringBuilder();
        for (long rest = drawn / 10_000; letters.length() < 4; rest /= RECEIPT_LETTERS.length()) {
            letters.append(RECEIPT_LETTERS.charAt((int) (rest % RECEIPT_LETTERS.length())));
        }
        return "YB-" + letters + "-" + "%04d".formatted(drawn % 10_000);
    }

    private static String shifted(String column, String value, int weeksAgo) {
        if (weeksAgo == 0) {
            return value;
        }
        if (DAYS.contains(column)) {
            return LocalDate.parse(value).minusWeeks(weeksAgo).toString();
        }
        if (column.equals("filed_at") || column.equals("at")) {
            return OffsetDateTime.parse(value.replace(' ', 'T') + (value.matches(".*[+-][0-9]{2}$") ? ":00" : ""))
                    .minusWeeks(weeksAgo)
                    .toString();
        }
        return value;
    }

    private static String bytes(byte[] sealed) {
        return "\\\\x" + HEX.formatHex(sealed);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    static byte[] utf8(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
