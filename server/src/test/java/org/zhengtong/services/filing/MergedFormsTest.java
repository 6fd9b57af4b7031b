package org.zhengtong.services.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.BundlePlan;
import org.zhengtong.services.catalogue.DemoBundles;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.EntryDocument;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Condition;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Kind;
import org.zhengtong.services.catalogue.Form.Prefill;
import org.zhengtong.services.catalogue.Form.Section;
import org.zhengtong.services.catalogue.FormFaults;
import org.zhengtong.services.catalogue.MergedForm;
import org.zhengtong.services.catalogue.ServiceItem;

/** One form for several items, held against each item's own form. */
class MergedFormsTest {
    private static final int ROUNDS = 5;
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final AnswerSamples samples = new AnswerSamples(random);

    @Test
    void whoever_answers_the_merged_form_of_a_published_bundle_has_answered_every_items_own() {
        System.out.println("seed " + seed);
        for (Bundle bundle : DemoBundles.BUNDLES) {
            for (Map<String, String> way : DemoBundles.answers(bundle)) {
                everyItemIsAnswered(DemoBundles.plan(bundle, way));
            }
        }
    }

    @Test
    void the_same_holds_for_random_items_of_the_city() {
        System.out.println("seed " + seed);
        for (int i = 0; i < 150; i++) {
            List<ServiceItem> items = new ArrayList<>(DemoBundles.ITEMS);
            Collections.shuffle(items, random);
            everyItemIsAnswered(plan(items.subList(0, random.nextInt(2, 7))));
        }
    }

    @Test
    void and_for_random_forms_that_use_the_same_names_for_the_same_and_for_other_things() {
        System.out.println("seed " + seed);
        for (int i = 0; i < 400; i++) {
            List<ServiceItem> items = new ArrayList<>();
            for (ServiceItem item : DemoBundles.ITEMS.subList(0, random.nextInt(2, 6))) {
                items.add(with(item, form()));
            }
            everyItemIsAnswered(plan(items));
        }
    }

    @Test
    void the_same_question_is_asked_once_and_remembers_whose_forms_it_fills() {
        BundlePlan disabled = DemoBundles.plan(DemoBundles.bundle("B005"), Map.of());

        assertThat(disabled.form().form().fields())
                .extracting(Field::id)
                .containsOnlyOnce("applicant_name", "bank_account");
        assertThat(disabled.form().filledBy("applicant_name")).hasSize(3);
    }

    @Test
    void one_name_for_two_things_is_asked_twice_under_two_names_and_told() {
        ServiceItem one = with(DemoBundles.ITEMS.get(0), Questions.form(Questions.asked("amount", Kind.NUMBER)));
        ServiceItem two = with(DemoBundles.ITEMS.get(1), Questions.form(Questions.asked("amount", Kind.TEXT)));

        MergedForm merged = plan(List.of(one, two)).form();

        assertThat(merged.form().fields()).extracting(Field::id).containsExactly("amount", "amount_2");
        assertThat(merged.conflicts()).extracting(MergedForm.Conflict::item).containsExactly(two);
        assertThat(merged.answersOf(two, Map.of("amount", "5", "amount_2", "五")))
                .isEqualTo(Map.of("amount", "五"));
    }

    @Test
    void a_founder_is_not_asked_for_what_only_the_licence_will_say() {
        BundlePlan restaurant = DemoBundles.plan(DemoBundles.bundle("B008"), Map.of());
        BundlePlan withLicence = DemoBundles.plan(DemoBundles.bundle("B008"), Map.of("licence", "yes"));

        assertThat(ids(restaurant)).doesNotContain("firm_uscc");
        assertThat(restaurant.form().settled())
                .extracting(settled -> settled.field().id())
                .contains("firm_uscc");
        assertThat(ids(withLicence)).contains("firm_uscc");
    }

    @Test
    void entries_of_a_repeated_section_go_to_the_items_under_their_own_names() {
        Field name = Questions.asked("name", Kind.TEXT);
        Section family = new Section(
                "members", "家庭成员", List.of(name), Optional.empty(), Optional.of(new Form.Repeat("成员", 1, 5)));
        Section staff =
                new Section("members", "员工", List.of(name), Optional.empty(), Optional.of(new Form.Repeat("员工", 1, 9)));
        ServiceItem one = with(DemoBundles.ITEMS.get(0), new Form(List.of(family)));
        ServiceItem two = with(DemoBundles.ITEMS.get(1), new Form(List.of(family)));
        ServiceItem three = with(DemoBundles.ITEMS.get(2), new Form(List.of(staff)));

        MergedForm merged = plan(List.of(one, two, three)).form();

        assertThat(merged.form().sections()).extracting(Section::id).containsExactly("members", "members_2");
        Map<String, String> answers = Map.of("members.1.name", "甲", "members.2.name", "乙", "members_2.1.name_2", "丙");
        assertThat(merged.answersOf(one, answers)).isEqualTo(Map.of("members.1.name", "甲", "members.2.name", "乙"));
        assertThat(merged.answersOf(two, answers)).isEqualTo(merged.answersOf(one, answers));
        assertThat(merged.answersOf(three, answers)).isEqualTo(Map.of("members.1.name", "丙"));
    }

    private void everyItemIsAnswered(BundlePlan plan) {
        Form form = plan.form().form();
        assertThat(FormFaults.of(form))
                .as("%s, seed %d", plan.bundle().name(), seed)
                .isEmpty();
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, String> answers = samples.right(form);
            assertThat(findings(form, answers)).as("seed %d", seed).isEmpty();
            for (ServiceItem item : plan.items()) {
                Map<String, String> own = plan.form().answersOf(item, answers);
                plan.form().settled().stream()
                        .filter(settled -> settled.item().equals(item))
                        .forEach(settled -> own.put(settled.field().id(), samples.right(settled.field())));
                assertThat(findings(item.form(), own))
                        .as("%s in %s, seed %d", item.name(), plan.bundle().name(), seed)
                        .isEmpty();
            }
        }
    }

    private static List<Finding> findings(Form form, Map<String, String> answers) {
        return Questions.check().check(form, new Answers(answers), Map.of()).findings();
    }

    private static BundlePlan plan(List<ServiceItem> items) {
        Bundle bundle = new Bundle(
                "B999",
                1,
                "",
                "",
                List.of(),
                Set.of(),
                "",
                Optional.empty(),
                items.stream().map(ServiceItem::code).toList(),
                List.of(),
                List.of());
        return BundlePlan.of(bundle, items, Map.of());
    }

    private static ServiceItem with(ServiceItem item, Form form) {
        return EntryDocument.of(item)
                .with(Element.FORM, EntryDocument.value(form))
                .item();
    }

    private static List<String> ids(BundlePlan plan) {
        return plan.form().form().fields().stream().map(Field::id).toList();
    }

    /** Few names, labels and sources, so that forms meet; conditions on what stands before. */
    private Form form() {
        List<String> names = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f", "a_2", "b_2"));
        Collections.shuffle(names, random);
        List<Section> sections = new ArrayList<>();
        List<Field> before = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            List<Field> fields = new ArrayList<>();
            for (int j = random.nextInt(1, 4); j > 0 && !names.isEmpty(); j--) {
                Field field = field(names.removeFirst(), before);
                fields.add(field);
                before.add(field);
            }
            if (!fields.isEmpty()) {
                sections.add(new Section("s" + i, "节" + random.nextInt(2), fields));
            }
        }
        return new Form(sections);
    }

    private Field field(String id, List<Field> before) {
        List<Field> choices =
                before.stream().filter(field -> field.kind() == Kind.CHOICE).toList();
        Optional<Condition> when = choices.isEmpty() || random.nextBoolean()
                ? Optional.empty()
                : Optional.of(condition(choices.get(random.nextInt(choices.size()))));
        Kind kind = random.nextBoolean() ? Kind.CHOICE : random.nextBoolean() ? Kind.TEXT : Kind.NUMBER;
        return new Field(
                id,
                kind,
                "问题" + random.nextInt(2),
                "",
                random.nextBoolean(),
                random.nextInt(1, 4) * 10,
                kind == Kind.CHOICE ? (random.nextInt(4) == 0 ? List.of("甲", "丙") : List.of("甲", "乙")) : List.of(),
                when,
                random.nextInt(4) == 0
                        ? Optional.of(new Prefill.FromProfile(Form.ProfileField.PERSON_NAME))
                        : Optional.empty());
    }

    private Condition condition(Field field) {
        return random.nextInt(3) == 0
                ? new Condition(field.id(), field.options())
                : new Condition(field.id(), field.options().get(random.nextInt(2)));
    }
}
