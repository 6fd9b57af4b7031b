package org.zhengtong.services.filing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.catalogue.Asked;
import org.zhengtong.services.catalogue.EntryList;
import org.zhengtong.services.catalogue.FilledForm;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Kind;
import org.zhengtong.services.catalogue.Form.Section;
import org.zhengtong.services.catalogue.Questionnaire;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.services.filing.AnswerSamples;
import org.zhengtong.services.filing.RandomForms;
import tools.jackson.databind.json.JsonMapper;

/** The schema says of each answer what the check says, as far as JSON Schema can say it. */
class FormSchemaTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int FORMS = 60;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final AnswerSamples samples = new AnswerSamples(random);

    @Test
    void the_schema_of_every_published_form_accepts_its_sample_and_refuses_its_corruptions() {
        System.out.println("seed " + seed);
        for (ServiceItem item : new EntryList().entries(YunxiBodies.read())) {
            holds(item.name(), item.form());
        }
    }

    @Test
    void so_does_the_schema_of_every_sound_form() {
        System.out.println("seed " + seed);
        RandomForms forms = new RandomForms(random);
        for (int i = 0; i < FORMS; i++) {
            holds("form " + i, forms.next());
        }
    }

    private void holds(String name, Form form) {
        Schema schema = schema(form);
        Map<String, String> right = samples.right(form);

        assertThat(refused(schema, form, right))
                .as("%s %s, seed %d", name, right, seed)
                .isEmpty();

        Questionnaire questions = new Questionnaire(form, right);
        for (Section section : form.sections()) {
            questions.asked(section).forEach(asked -> corrupted(name, form, schema, asked, right));
            if (section.repeat().isPresent() && questions.isAsked(section)) {
                for (Map<String, String> wrong : samples.wrongCounts(form, section, right)) {
                    assertThat(refused(schema, form, wrong))
                            .as("%s, entries of %s, seed %d", name, section.id(), seed)
                            .isNotEmpty();
                }
            }
        }
        assertThat(refused(schema, form, with(right, "nobody_asked", "是"))).isNotEmpty();
    }

    private void corrupted(String name, Form form, Schema schema, Asked asked, Map<String, String> right) {
        List<String> wrong = new ArrayList<>(samples.wrong(asked.field()));
        wrong.removeIf(answer -> isBeyondSchema(asked.field(), answer));
        for (String answer : wrong) {
            assertThat(refused(schema, form, with(right, asked.key(), answer)))
                    .as("%s, %s = %s, seed %d", name, asked.key(), answer, seed)
                    .isNotEmpty();
        }
        if (asked.field().required() && asked.field().prefill().isEmpty()) {
            Map<String, String> without = new LinkedHashMap<>(right);
            without.remove(asked.key());
            boolean entryGone = new Questionnaire(form, without).entries(asked.section())
                    != new Questionnaire(form, right).entries(asked.section());
            if (!entryGone) {
                assertThat(refused(schema, form, without))
                        .as("%s without %s, seed %d", name, asked.key(), seed)
                        .isNotEmpty();
            }
        }
    }

    /** The list of what JSON Schema cannot say; the check of the filing does. */
    private static boolean isBeyondSchema(Field field, String answer) {
        boolean dateByCheck = field.kind() == Kind.DATE && answer.matches("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}");
        boolean realDate = dateByCheck && !answer.equals("2025-02-29") && !answer.equals("2026-00-10");
        boolean checkDigit =
                (field.kind() == Kind.IDENTITY_NUMBER || field.kind() == Kind.USCC) && answer.matches("[0-9A-Z]{18}");
        boolean divisionUnknown =
                field.kind() == Kind.DIVISION_ADDRESS && answer.equals(AnswerSamples.UNKNOWN_DIVISION);
        return realDate || checkDigit || divisionUnknown;
    }

    private static Schema schema(Form form) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.valueToTree(FormSchema.answers(form)));
    }

    private static List<Error> refused(Schema schema, Form form, Map<String, String> answers) {
        return schema.validate(
                JSON.valueToTree(FilledForm.document(answers, (key, answer) -> value(form, key, answer))),
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    /** Programs send numbers as numbers; then their bounds can be told. */
    private static Object value(Form form, String key, String answer) {
        return Questionnaire.question(form, key)
                .filter(asked -> asked.field().kind() == Kind.NUMBER && answer.matches("[0-9]{1,9}(\\.[0-9]+)?"))
                .<Object>map(_ -> new BigDecimal(answer))
                .orElse(answer);
    }

    private static Map<String, String> with(Map<String, String> right, String key, String answer) {
        Map<String, String> answers = new LinkedHashMap<>(right);
        answers.put(key, answer);
        return answers;
    }
}
