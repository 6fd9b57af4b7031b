package org.zhengtong.services.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.ProfileField;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.services.filing.Checklist.Duty;
import org.zhengtong.services.filing.TaskList.Kind;
import org.zhengtong.services.filing.TaskList.State;
import org.zhengtong.services.filing.TaskList.Task;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceState;

class ChecklistTest {
    private static final Party FIRM = new Party.Firm(new FirmId(new UUID(7, 1)));
    private final ServiceItem food = YunxiBodies.item("食品经营许可");
    private final Material businessLicence = food.materials().stream()
            .filter(material -> material.licenceType().filter("营业执照"::equals).isPresent())
            .findFirst()
            .orElseThrow();

    @Test
    void a_valid_licence_serves_for_its_material_and_a_revoked_one_falls_back_to_upload() {
        Checklist served = Checklist.of(food, Map.of(), holding(licence(LicenceState.VALID)));
        Checklist revoked = Checklist.of(food, Map.of(), holding(licence(LicenceState.REVOKED)));

        assertThat(duty(served, businessLicence)).isInstanceOf(Duty.ByLicence.class);
        assertThat(duty(revoked, businessLicence)).isInstanceOf(Duty.Upload.class);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VALID")
    void no_licence_serves_that_is_detained_or_has_ended_in_whatever_way(LicenceState state) {
        AtHand held = holding(licence(state));

        assertThat(duty(Checklist.of(food, Map.of(), held), businessLicence)).isInstanceOf(Duty.Upload.class);
        assertThat(held.licence("营业执照")).isEmpty();
    }

    @Test
    void what_an_answer_of_the_guide_makes_unnecessary_is_not_asked_for() {
        var situation = food.situations().stream()
                .filter(one -> one.answers().stream()
                        .anyMatch(answer -> !answer.without().isEmpty()))
                .findFirst()
                .orElseThrow();
        var answer = situation.answers().stream()
                .filter(one -> !one.without().isEmpty())
                .findFirst()
                .orElseThrow();

        Checklist checklist = Checklist.of(food, Map.of(situation.id(), answer.id()), AtHand.NOTHING);

        answer.without()
                .forEach(material -> assertThat(
                                checklist.line(material).orElseThrow().duty())
                        .isInstanceOf(Duty.NotNeeded.class));
        assertThat(checklist.missing(Set.of(), Set.of()))
                .extracting(Finding::id)
                .doesNotContainAnyElementsOf(answer.without());
    }

    @Test
    void an_answer_that_is_not_among_the_answers_leaves_the_question_open() {
        String question = food.situations().getFirst().id();

        assertThat(Checklist.openQuestions(food, Map.of(question, "nothing such")))
                .extracting(Finding::id)
                .contains(question);
    }

    @Test
    void a_promise_serves_for_what_may_follow_and_for_nothing_else() {
        Set<String> all = food.materials().stream().map(Material::id).collect(Collectors.toSet());

        assertThat(Checklist.of(food, Map.of(), AtHand.NOTHING).missing(Set.of(), all))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.key()).isEqualTo("filing.check.material"));
        assertThat(Checklist.of(food, Map.of(), AtHand.NOTHING).missing(all, Set.of()))
                .isEmpty();
    }

    @Test
    void a_form_is_prefilled_from_the_licence_by_name_and_number_and_else_from_the_register() {
        Field name = field("firm_name");
        AtHand licence = holding(licence(LicenceState.VALID));
        AtHand register = new AtHand(Map.of(ProfileField.FIRM_NAME, "云溪青石餐饮有限公司"), List.of());

        assertThat(licence.answer(name))
                .contains(new AtHand.Known("云溪青石餐饮有限公司", new AtHand.Source.OfLicence("营业执照", "91999901MA00000001")));
        assertThat(register.answer(name).map(AtHand.Known::source)).contains(new AtHand.Source.OfFirm());
        assertThat(AtHand.NOTHING.answer(name)).isEmpty();
    }

    @Test
    void materials_wait_for_the_guide_and_the_check_waits_for_everything() {
        Draft draft = draft(Map.of(), Map.of());

        TaskList list = TaskList.of(draft, AtHand.NOTHING, Questions.check());

        assertThat(list.tasks()).first().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(Kind.SITUATIONS);
            assertThat(task.state()).isEqualTo(State.NOT_STARTED);
        });
        assertThat(list.tasks())
                .filteredOn(task -> task.kind() == Kind.MATERIAL)
                .extracting(Task::state)
                .containsOnly(State.CANNOT_START);
        assertThat(list.tasks()).last().extracting(Task::state).isEqualTo(State.CANNOT_START);
        assertThat(list.isReady()).isFalse();
    }

    @Test
    void a_page_saved_with_something_wrong_is_in_progress() {
        String page = food.form().sections().getFirst().id();
        Draft draft = draft(Map.of("contact_phone", "12"), Map.of(page, 2));

        assertThat(TaskList.of(draft, AtHand.NOTHING, Questions.check()).tasks())
                .filteredOn(task -> task.id().equals(page))
                .extracting(Task::state)
                .containsExactly(State.IN_PROGRESS);
    }

    @Test
    void a_page_is_stale_only_when_that_page_was_saved_since() {
        Draft draft = draft(Map.of(), Map.of("one", 5));

        assertThat(draft.isStale("one", 4)).isTrue();
        assertThat(draft.isStale("one", 5)).isFalse();
        assertThat(draft.isStale("two", 1)).isFalse();
    }

    private Draft draft(Map<String, String> answers, Map<String, Integer> pages) {
        return new Draft(
                new UUID(1, 1),
                new PersonId(new UUID(1, 2)),
                FIRM,
                food,
                Optional.empty(),
                false,
                5,
                Map.of(),
                new Answers(answers),
                pages,
                Map.of(),
                Set.of(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Field field(String id) {
        return food.form().fields().stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Duty duty(Checklist checklist, Material material) {
        return checklist.line(material.id()).orElseThrow().duty();
    }

    private static AtHand holding(Licence licence) {
        return new AtHand(Map.of(), List.of(licence));
    }

    private static Licence licence(LicenceState state) {
        return new Licence(
                new UUID(3, 1),
                "1.2.156.3005.2",
                "91999901MA00000001",
                "营业执照",
                FIRM,
                "云溪青石餐饮有限公司",
                "11370800MB28559184",
                "云溪市市场监督管理局",
                LocalDate.of(2026, 1, 5),
                Optional.empty(),
                state,
                1,
                new TreeMap<>(Map.of("名称", "云溪青石餐饮有限公司")));
    }
}
