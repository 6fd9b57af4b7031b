package org.zhengtong.services.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.catalogue.EntryList;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.YunxiBodies;

/** The forms of all published items against invented answers. */
class PublishedFormsTest {
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final AnswerSamples samples = new AnswerSamples(new Random(seed));
    private final List<ServiceItem> items = new EntryList().entries(YunxiBodies.read());

    @Test
    void right_answers_are_taken_and_one_wrong_or_missing_answer_is_found_where_it_is() {
        System.out.println("seed " + seed);
        for (ServiceItem item : items) {
            Form form = item.form();
            for (int round = 0; round < 2; round++) {
                Map<String, String> right = samples.right(form);
                assertThat(findings(form, right))
                        .as("%s, seed %d", item.name(), seed)
                        .isEmpty();

                form.fields().stream()
                        .filter(field -> right.containsKey(field.id()))
                        .forEach(field -> corrupt(item, field, right));
            }
        }
    }

    private void corrupt(ServiceItem item, Field field, Map<String, String> right) {
        for (String wrong : samples.wrong(field)) {
            assertThat(findings(item.form(), with(right, field, wrong)))
                    .as("%s, %s = %s, seed %d", item.name(), field.id(), wrong, seed)
                    .extracting(Finding::id)
                    .contains(field.id());
        }
        if (field.required()) {
            assertThat(findings(item.form(), with(right, field, " ")))
                    .as("%s without %s, seed %d", item.name(), field.id(), seed)
                    .extracting(Finding::id)
                    .contains(field.id());
        }
    }

    private static List<Finding> findings(Form form, Map<String, String> answers) {
        return FormCheck.check(form, new Answers(answers), Map.of()).findings();
    }

    private static Map<String, String> with(Map<String, String> right, Field field, String answer) {
        Map<String, String> answers = new LinkedHashMap<>(right);
        answers.put(field.id(), answer);
        return answers;
    }
}
