package org.zhengtong.services.filing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Field;

/** Invents right and wrong answers to a form. */
public final class AnswerSamples {
    private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private final RandomGenerator random;

    public AnswerSamples(RandomGenerator random) {
        this.random = random;
    }

    /** Right answers to all that is asked. */
    public Map<String, String> right(Form form) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            if (FormCheck.isAsked(form, field, new Answers(answers))) {
                answers.put(field.id(), right(field));
            }
        }
        return answers;
    }

    public String right(Field field) {
        return switch (field.kind()) {
            case TEXT -> text(1, Math.min(field.most(), 30));
            case LONG_TEXT -> text(1, field.most());
            case ADDRESS -> text(5, field.most());
            case NUMBER -> Integer.toString(random.nextInt(1, 100));
            case DATE ->
                LocalDate.of(1950, 1, 1).plusDays(random.nextInt(30_000)).toString();
            case CHOICE -> field.options().get(random.nextInt(field.options().size()));
            case PHONE -> "13" + digits(9);
            case IDENTITY_NUMBER -> number();
            case USCC -> uscc();
            case DIVISION_ADDRESS -> "110101 " + text(5, 12);
            case FILE -> new java.util.UUID(random.nextLong(), random.nextLong()).toString();
        };
    }

    /** Answers of which none is right for the field. */
    public List<String> wrong(Field field) {
        String control = "云溪市\u0007青石路", bidi = "云溪市\u202E青石路";
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> List.of(text(field.most() + 1, field.most() + 50), control, bidi);
            case ADDRESS -> List.of(text(field.most() + 1, field.most() + 50), text(1, 4), control, bidi);
            case NUMBER -> List.of("一百", "-5", "1,000", "12.", "9".repeat(40), bidi);
            case DATE -> List.of("2025-02-29", "2026-00-10", "03/02/2026", "20260302", bidi);
            case CHOICE -> List.of("没有这个选项", bidi);
            case PHONE -> List.of("12345", "23800138000", "1380013800a", bidi);
            case IDENTITY_NUMBER -> {
                String number = number();
                char check = number.charAt(17) == '0' ? '1' : '0';
                yield List.of(number.substring(0, 17) + check, number.substring(1), number + "0", bidi);
            }
            case DIVISION_ADDRESS -> List.of(text(5, 12), "110101", bidi);
            case FILE -> List.of("1.pdf", bidi);
            case USCC -> {
                String code = uscc();
                char check = code.charAt(17) == '0' ? '1' : '0';
                yield List.of(code.substring(0, 17) + check, code.substring(1), code + "0", bidi);
            }
        };
    }

    public String number() {
        String first = "999901"
                + LocalDate.of(1940, 1, 1)
                        .plusDays(random.nextInt(20_000))
                        .toString()
                        .replace("-", "") + digits(3);
        return first + IdentityNumber.check(first);
    }

    public String uscc() {
        StringBuilder code = new StringBuilder("91999901");
        while (code.length() < 17) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.append(Uscc.check(code.toString())).toString();
    }

    private String text(int least, int most) {
        int length = random.nextInt(least, most + 1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) random.nextInt(0x4E00, 0x9FA5));
        }
        return text.toString();
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
