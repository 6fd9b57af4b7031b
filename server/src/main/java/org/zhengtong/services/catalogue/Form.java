package org.zhengtong.services.catalogue;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/**
 * A form as data. A section is one page of questions; what its fields ask belongs together.
 */
public record Form(List<Section> sections) {

    public List<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream()).toList();
    }

    public Optional<Section> section(String id) {
        return sections.stream().filter(section -> section.id().equals(id)).findFirst();
    }

    /** @param id stable within the form, part of the page's address */
    public record Section(String id, String title, List<Field> fields) {}

    /**
     * A question.
     *
     * @param id stable within the form; the name in the API
     * @param most longest answer in characters
     * @param options the answers to choose from, for {@link Kind#CHOICE}
     * @param shownWhen asked only when another field has this answer
     * @param prefill where the answer may come from
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
            Optional<Prefill> prefill) {}

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
        ADDRESS
    }

    /** Met when {@code field} is answered with {@code answer}. */
    public record Condition(String field, String answer) {}

    /** Where an answer comes from; the page names the source under the field. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "source")
    public sealed interface Prefill {
        /** From the person's or firm's own entry. */
        record FromProfile(ProfileField field) implements Prefill {}

        /** From an attribute of an electronic licence of the applicant. */
        record FromLicence(String licenceType, String attribute) implements Prefill {}
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
}
