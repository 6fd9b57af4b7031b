package org.zhengtong.services.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhengtong.ground.regions.Regions;
import org.zhengtong.services.catalogue.Asked;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Repeat;
import org.zhengtong.services.catalogue.Form.Section;
import org.zhengtong.services.catalogue.Questionnaire;

/**
 * Checks answers against a form: the one check for pages, the API and corrections. Fields that are not asked in this
 * situation lose their answers.
 */
public final class FormCheck {
    private final Regions regions;
    private final Clock clock;

    public FormCheck(Regions regions, Clock clock) {
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * What the check gives back.
     *
     * @param answers the answers to the fields asked, in their normal spelling; complete when there are no findings
     */
    public record Checked(Answers answers, List<Finding> findings) {
        public boolean isFine() {
            return findings.isEmpty();
        }

        /** @param key of a field, or the id of a repeated section */
        public Optional<Finding> about(String key) {
            return findings.stream().filter(finding -> finding.id().equals(key)).findFirst();
        }

        /** The findings of one page of the form. */
        public List<Finding> in(Section section) {
            return findings.stream()
                    .filter(finding -> section.repeat().isPresent()
                            ? finding.id().equals(section.id()) || finding.id().startsWith(section.id() + ".")
                            : section.fields().stream()
                                    .anyMatch(field -> field.id().equals(finding.id())))
                    .toList();
        }
    }

    /** @param bound answers the house knows by itself (such as the registered number); nothing else is taken there */
    public Checked check(Form form, Answers answers, Map<String, String> bound) {
        return new Run(form, answers, bound).checked();
    }

    private final class Run {
        private final Form form;
        private final Answers answers;
        private final Map<String, String> bound;
        private final LocalDate today = LocalDate.now(clock);
        private final Map<String, String> kept = new LinkedHashMap<>();
        private final List<Finding> findings = new ArrayList<>();

        Run(Form form, Answers answers, Map<String, String> bound) {
            this.form = form;
            this.answers = answers;
            this.bound = bound;
        }

        Checked checked() {
            Questionnaire questions =
                    new Questionnaire(form, answers.with(bound).values());
            for (Section section : form.sections()) {
                if (section.repeat().isEmpty()
                        || isCounted(questions, section, section.repeat().get())) {
                    questions.asked(section).forEach(this::answer);
                }
            }
            unknown().forEach(findings::add);
            return new Checked(new Answers(kept), List.copyOf(findings));
        }

        /** Too few or too many are told once, for the whole section. */
        private boolean isCounted(Questionnaire questions, Section section, Repeat repeat) {
            int entries = questions.entries(section);
            if (!questions.isAsked(section)) {
                return false;
            }
            if (entries > repeat.most()) {
                findings.add(finding(section.id(), "filing.check.entries.most", repeat.each(), repeat.most()));
                return false;
            }
            if (entries < repeat.least()) {
                findings.add(finding(section.id(), "filing.check.entries.least", repeat.each(), repeat.least()));
            }
            return true;
        }

        private void answer(Asked asked) {
            String key = asked.key();
            Optional<String> known = Optional.ofNullable(bound.get(key));
            Optional<String> given = answers.to(key);
            if (known.isPresent()) {
                kept.put(key, known.get());
                given.filter(answer -> !answer.equals(known.get()))
                        .ifPresent(answer -> findings.add(finding(key, "filing.check.bound", asked.label())));
            } else if (given.isPresent()) {
                switch (AnswerCheck.of(asked.field(), given.get(), today, regions)) {
                    case AnswerCheck.Fine(String answer) -> kept.put(key, answer);
                    case AnswerCheck.Wrong(String message, List<Object> values) -> {
                        kept.put(key, given.get());
                        findings.add(finding(
                                key,
                                message,
                                Stream.concat(Stream.of((Object) asked.label()), values.stream())
                                        .toArray()));
                    }
                }
            } else if (asked.field().required()) {
                findings.add(finding(key, required(asked), asked.label()));
            }
        }

        private Stream<Finding> unknown() {
            return answers.values().keySet().stream()
                    .filter(key -> Questionnaire.question(form, key).isEmpty())
                    .map(key -> finding(key, "filing.check.unknown", key));
        }
    }

    private static String required(Asked asked) {
        return switch (asked.field().kind()) {
            case CHOICE -> "filing.check.required.choice";
            case DATE -> "filing.check.required.date";
            case FILE -> "filing.check.required.file";
            case DIVISION_ADDRESS -> "filing.check.required.division";
            default -> "filing.check.required";
        };
    }

    private static Finding finding(String key, String message, Object... values) {
        return new Finding(Finding.Part.ANSWERS, key, message, List.of(values));
    }
}
