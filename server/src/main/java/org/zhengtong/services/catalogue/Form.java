package org.zhengtong.services.catalogue;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form as data: the one source of the question pages, the check page, the JSON Schema, the printed application and the
 * tests. A section is one page of questions; what its fields ask belongs together. Whether a form is sound is told by
 * {@link FormFaults}; forms kept before a property existed are read without it.
 */
public record Form(List<Section> sections) {

    public Form {
        sections = List.copyOf(sections);
    }

    /** Every question, also those asked once for each entry of a repeated section. */
    public List<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream()).toList();
    }

    public Optional<Field> field(String id) {
        return fields().stream().filter(field -> field.id().equals(id)).findFirst();
    }

    public Optional<Section> section(String id) {
        return sections.stream().filter(section -> section.id().equals(id)).findFirst();
    }

    public Optional<Section> sectionOf(String field) {
        return sections.stream()
                .filter(section ->
                        section.fields().stream().anyMatch(one -> one.id().equals(field)))
                .findFirst();
    }

    /**
     * A page of questions. Ids of sections and fields are simple names ({@code [a-z][a-z0-9_]*}), each of them once in a
     * form.
     *
     * @param id stable within the form, part of the page's address; the name of the array in the API when repeated
     * @param shownWhen the whole page is asked only then
     * @param repeat asked once for each of several, such as the members of a family
     */
    public record Section(
            String id, String title, List<Field> fields, Optional<Condition> shownWhen, Optional<Repeat> repeat) {

        public Section {
            fields = List.copyOf(fields);
        }

        /** A page everybody answers once. */
        public Section(String id, String title, List<Field> fields) {
            this(id, title, fields, Optional.empty(), Optional.empty());
        }
    }

    /**
     * How often a section is answered.
     *
     * @param each what one entry is called, such as 家庭成员
     */
    public record Repeat(String each, int least, int most) {}

    /**
     * A question.
     *
     * @param id stable within the form; the name in the API
     * @param most longest answer in characters
     * @param options the answers to choose from, for {@link Kind#CHOICE}
     * @param shownWhen asked only then
     * @param prefill where the answer may come from; not in repeated sections
     * @param checks what an answer must satisfy beyond its kind
     */
    public record Field(
            String id,
            Kind kind,
            String label,
            String hint,
            boolean required,
            int most,
            List<String> options,
            Optional<Condition> shownWhen,
            Optional<Prefill> prefill,
            List<Check> checks) {

        public Field {
            options = List.copyOf(options);
            checks = present(checks);
        }

        /** A question with the check of its kind only. */
        public Field(
                String id,
                Kind kind,
                String label,
                String hint,
                boolean required,
                int most,
                List<String> options,
                Optional<Condition> shownWhen,
                Optional<Prefill> prefill) {
            this(id, kind, label, hint, required, most, options, shownWhen, prefill, List.of());
        }
    }

    /** The kinds of answers, each with its own check. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        NUMBER,
        DATE,
        CHOICE,
        PHONE,
        IDENTITY_NUMBER,
        USCC,
        /** Free text down to the house number. */
        ADDRESS,
        /** A division (GB/T 2260) and the rest of the address within it: {@link PlacedAddress}. */
        DIVISION_ADDRESS,
        /** A PDF, JPEG or PNG; the answer is the id of the uploaded file. */
        FILE
    }

    /**
     * Met when {@code field} is answered with one of {@code answers}. The field stands earlier in the form; within a
     * repeated section it may be one of the same entry.
     */
    public record Condition(
            String field,

            @JsonAlias("answer") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<String> answers) {

        public Condition {
            answers = List.copyOf(answers);
        }

        public Condition(String field, String answer) {
            this(field, List.of(answer));
        }
    }

    /** What an answer must satisfy beyond its kind. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "check")
    public sealed interface Check {
        /**
         * The whole answer is like the pattern (RE2 syntax, which cannot hang).
         *
         * @param sentence what to do when it is not, such as 请填写一个字母加九位数字
         * @param example a right answer; what shows that the pattern means what its author thinks
         */
        record Matches(String pattern, String sentence, String example) implements Check {}

        /** At least so many characters. The most is the field's own. */
        record LeastLength(int characters) implements Check {}

        /** A number from {@code least} to {@code most}, both included. */
        record NumberBetween(Optional<BigDecimal> least, Optional<BigDecimal> most) implements Check {}

        /** A number without decimals. */
        record WholeNumber() implements Check {}

        /** A date from {@code earliest} to {@code latest}, both included. */
        record DateBetween(Optional<LocalDate> earliest, Optional<LocalDate> latest) implements Check {}

        /** Today or earlier. */
        record NotInFuture() implements Check {}

        /** Today or later. */
        record NotInPast() implements Check {}
    }

    /** Where an answer comes from; the page names the source under the field. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "source")
    public sealed interface Prefill {
        /** From the person's or firm's own entry. */
        record FromProfile(ProfileField field) implements Prefill {}

        /** From an attribute of an electronic licence of the applicant. */
        record FromLicence(String licenceType, String attribute) implements Prefill {}

        /** From what another department shares of its register; when that does not answer, the question is simply asked. */
        record FromRegister(String register, String attribute) implements Prefill {}
    }

    /** What a profile can give. */
    public enum ProfileField {
        /** 个人 or 单位: settled by the choice for whom one files. */
        APPLICANT_KIND,
        PERSON_NAME,
        PERSON_NUMBER,
        PERSON_PHONE,
        PERSON_ADDRESS,
        FIRM_NAME,
        FIRM_USCC,
        FIRM_REPRESENTATIVE,
        FIRM_ADDRESS,
        FIRM_PHONE
    }

    private static <T> List<T> present(@Nullable List<T> read) {
        return read == null ? List.of() : List.copyOf(read);
    }
}
