package org.zhengtong.ground.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One question of a form as {@code ground/web/field.jte} shows it: label, hint, error, field, source, in this order. It
 * is made with {@link #ask}, such as {@code FieldView.ask(Kind.TEL, "phone", "手机号码").value("138…").view()}.
 *
 * @param name name of the parameter and id of the field, which the error summary links to
 * @param error what is wrong and what to do
 * @param source where the value came from: "来自 …" is said under the field
 * @param most longest answer in characters, 0 for no limit
 * @param autocomplete the HTML autocomplete token, so that browsers fill in what they know (WCAG 1.3.5)
 * @param accept media types offered for {@link Kind#FILE}
 */
public record FieldView(
        Kind kind,
        String name,
        String label,
        String hint,
        Set<String> values,
        Optional<String> error,
        Optional<String> source,
        boolean required,
        int most,
        String autocomplete,
        String accept,
        List<Option> options) {

    /** The kinds of fields. */
    public enum Kind {
        TEXT,
        TEXTAREA,
        NUMBER,
        DATE,
        TEL,
        EMAIL,
        PASSWORD,
        SELECT,
        RADIOS,
        CHECKBOXES,
        FILE;

        /** The {@code type} of the HTML input. */
        public String type() {
            return switch (this) {
                case DATE -> "date";
                case TEL -> "tel";
                case EMAIL -> "email";
                case PASSWORD -> "password";
                case FILE -> "file";
                case CHECKBOXES -> "checkbox";
                case RADIOS -> "radio";
                case TEXT, TEXTAREA, NUMBER, SELECT -> "text";
            };
        }
    }

    /** An answer to choose. */
    public record Option(String value, String label, String hint) {
        public Option(String value, String label) {
            this(value, label, "");
        }
    }

    public static Question ask(Kind kind, String name, String label) {
        return new Question(kind, name, label);
    }

    public String value() {
        return values.stream().findFirst().orElse("");
    }

    public boolean chosen(Option option) {
        return values.contains(option.value());
    }

    /** The id of the nth option: the first one answers to the link of the error summary. */
    public String optionId(int index) {
        return index == 0 ? name : name + "-" + (index + 1);
    }

    /** The ids of the hint and the error, for {@code aria-describedby}. */
    public @Nullable String describedBy() {
        String ids = (hint.isEmpty() ? "" : name + "-hint ")
                + (error.isEmpty() ? "" : name + "-error ")
                + (source.isEmpty() ? "" : name + "-source");
        return ids.isBlank() ? null : ids.strip();
    }

    /** A question being put together. */
    public static final class Question {
        private final Kind kind;
        private final String name;
        private final String label;
        private final Set<String> values = new LinkedHashSet<>();
        private String hint = "";
        private Optional<String> error = Optional.empty();
        private Optional<String> source = Optional.empty();
        private boolean required = true;
        private int most;
        private String autocomplete = "off";
        private String accept = "";
        private List<Option> options = List.of();

        private Question(Kind kind, String name, String label) {
            this.kind = kind;
            this.name = name;
            this.label = label;
        }

        public Question hint(String words) {
            hint = words;
            return this;
        }

        public Question value(String value) {
            if (!value.isEmpty()) {
                values.add(value);
            }
            return this;
        }

        public Question error(@Nullable String sentence) {
            error = Optional.ofNullable(sentence);
            return this;
        }

        /** The sentence of the field among all errors of the form. */
        public Question error(List<FieldError> errors) {
            error = errors.stream()
                    .filter(each -> each.field().equals(name))
                    .map(FieldError::sentence)
                    .findFirst();
            return this;
        }

        public Question source(@Nullable String words) {
            source = Optional.ofNullable(words);
            return this;
        }

        /** The label then says that the question may be left out. */
        public Question optional() {
            required = false;
            return this;
        }

        public Question most(int characters) {
            most = characters;
            return this;
        }

        public Question autocomplete(String token) {
            autocomplete = token;
            return this;
        }

        public Question accept(String types) {
            accept = types;
            return this;
        }

        public Question options(List<Option> offered) {
            options = List.copyOf(offered);
            return this;
        }

        public FieldView view() {
            return new FieldView(
                    kind, name, label, hint, values, error, source, required, most, autocomplete, accept, options);
        }
    }
}
