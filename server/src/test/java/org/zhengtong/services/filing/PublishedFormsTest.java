package org.zhengtong.services.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.catalogue.Asked;
import org.zhengtong.services.catalogue.EntryList;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Section;
import org.zhengtong.services.catalogue.FormFaults;
import org.zhengtong.services.catalogue.Questionnaire;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.YunxiBodies;

/** The forms of all published items, and forms of every shape, against answers made from their definition. */
class PublishedFormsTest {
    private static final int FORMS = 150;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final AnswerSamples samples = new AnswerSamples(random);
    private final FormCheck check = Questions.check();

    @Test
    void every_published_form_accepts_its_own_sample_and_refuses_each_single_field_corruption() {
        System.out.println("seed " + seed);
        for (ServiceItem item : new EntryList().entries(YunxiBodies.read())) {
            holds(item.name(), item.form());
        }
    }

    @Test
    void so_does_every_sound_form() {
        System.out.println("seed " + seed);
        RandomForms forms = new RandomForms(random);
        for (int i = 0; i < FORMS; i++) {
            holds("form " + i, forms.next());
        }
    }

    private void holds(String name, Form form) {
        assertThat(FormFaults.of(form)).as(name).isEmpty();
        Map<String, String> right = samples.right(form);

        assertThat(found(form, right)).as("%s, seed %d", name, seed).isEmpty();

        Questionnaire questions = new Questionnaire(form, right);
        for (Section section : form.sections()) {
            questions.asked(section).forEach(asked -> corrupted(name, form, asked, right));
            if (section.repeat().isPresent() && questions.isAsked(section)) {
                for (Map<String, String> wrong : samples.wrongCounts(form, section, right)) {
                    assertThat(found(form, wrong))
                            .as("%s, entries of %s, seed %d", name, section.id(), seed)
                            .containsExactly(section.id());
                }
            }
        }
        assertThat(found(form, with(right, "nobody_asked", "是"))).containsExactly("nobody_asked");
    }

    private void corrupted(String name, Form form, Asked asked, Map<String, String> right) {
        List<String> wrong = new ArrayList<>(samples.wrong(asked.field()));
        if (asked.field().required()) {
            wrong.add(" ");
        }
        for (String answer : wrong) {
            Map<String, String> answers = with(right, asked.key(), answer);
            if (new Questionnaire(form, new Answers(answers).values()).entries(asked.section())
                    == new Questionnaire(form, right).entries(asked.section())) {
                assertThat(found(form, answers))
                        .as("%s, %s = %s, seed %d", name, asked.key(), answer, seed)
                        .containsExactly(asked.key());
            }
        }
    }

    private List<String> found(Form form, Map<String, String> answers) {
        return check.check(form, new Answers(answers), Map.of()).findings().stream()
                .map(Finding::id)
                .toList();
    }

    private static Map<String, String> with(Map<String, String> right, String key, String answer) {
        Map<String, String> answers = new LinkedHashMap<>(right);
        answers.put(key, answer);
        return answers;
    }
}
