package org.zhengtong.services.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.catalogue.EntryCheck;
import org.zhengtong.services.catalogue.EntryCheck.Finding;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.services.editing.DraftDecision.Moved;
import org.zhengtong.services.editing.DraftDecision.Reason;
import org.zhengtong.services.editing.DraftDecision.Refused;

class DraftRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final PersonId WRITER = new PersonId(UUID.nameUUIDFromBytes(new byte[] {1}));
    private static final PersonId OTHER = new PersonId(UUID.nameUUIDFromBytes(new byte[] {2}));

    @Test
    void what_the_gate_finds_fault_with_is_not_handed_to_review() {
        Finding finding = new Finding(EntryCheck.Rule.NOTHING_VAGUE, "conditions", "视情办理");

        assertThat(decide(draft(Stage.EDITING), new DraftCommand.Submit(List.of(finding), "新事项")))
                .isEqualTo(new Refused(Reason.FINDINGS_LEFT));
        assertThat(stageAfter(draft(Stage.EDITING), new DraftCommand.Submit(List.of(), "新事项")))
                .isEqualTo(Stage.IN_REVIEW);
    }

    @Test
    void a_version_says_what_is_new_and_why() {
        assertThat(decide(draft(Stage.EDITING), new DraftCommand.Submit(List.of(), "  ")))
                .isEqualTo(new Refused(Reason.REASON_MISSING));
    }

    @Test
    void nobody_who_wrote_on_it_reviews_it() {
        assertThat(decide(draft(Stage.IN_REVIEW), new DraftCommand.Approve(WRITER, TODAY)))
                .isEqualTo(new Refused(Reason.OWN_WORK));
        assertThat(decide(draft(Stage.IN_REVIEW), new DraftCommand.SendBack(WRITER, "缺依据")))
                .isEqualTo(new Refused(Reason.OWN_WORK));
        assertThat(stageAfter(draft(Stage.IN_REVIEW), new DraftCommand.Approve(OTHER, TODAY)))
                .isEqualTo(Stage.APPROVED);
    }

    @Test
    void it_is_published_on_its_day_and_not_before() {
        assertThat(decide(draft(Stage.IN_REVIEW), new DraftCommand.Approve(OTHER, TODAY.minusDays(1))))
                .isEqualTo(new Refused(Reason.DAY_PAST));
        EntryDraft tomorrow = moved(draft(Stage.IN_REVIEW), new DraftCommand.Approve(OTHER, TODAY.plusDays(1)));

        assertThat(decide(tomorrow, new DraftCommand.Publish())).isEqualTo(new Refused(Reason.NOT_YET));
        assertThat(DraftRules.decide(tomorrow, new DraftCommand.Publish(), TODAY.plusDays(1)))
                .isInstanceOf(Moved.class);
    }

    @Test
    void what_is_sent_back_has_a_reason_and_forgets_its_reviewer_and_day() {
        EntryDraft approved = moved(draft(Stage.IN_REVIEW), new DraftCommand.Approve(OTHER, TODAY.plusDays(3)));

        EntryDraft back = moved(approved, new DraftCommand.SendBack(OTHER, "依据已废止"));

        assertThat(back.stage()).isEqualTo(Stage.EDITING);
        assertThat(back.reviewer()).isEmpty();
        assertThat(back.publishOn()).isEmpty();
        assertThat(decide(draft(Stage.IN_REVIEW), new DraftCommand.SendBack(OTHER, "")))
                .isEqualTo(new Refused(Reason.REASON_MISSING));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void each_command_has_its_stages_and_is_refused_in_all_others(Stage stage) {
        Map<Class<? extends DraftCommand>, Set<Stage>> allowed = Map.of(
                DraftCommand.Submit.class, EnumSet.of(Stage.EDITING),
                DraftCommand.TakeBack.class, EnumSet.of(Stage.IN_REVIEW, Stage.APPROVED),
                DraftCommand.Approve.class, EnumSet.of(Stage.IN_REVIEW),
                DraftCommand.SendBack.class, EnumSet.of(Stage.IN_REVIEW, Stage.APPROVED),
                DraftCommand.Publish.class, EnumSet.of(Stage.APPROVED),
                DraftCommand.Discard.class, EnumSet.of(Stage.EDITING));

        Stream.of(
                        new DraftCommand.Submit(List.of(), "新事项"),
                        new DraftCommand.TakeBack(),
                        new DraftCommand.Approve(OTHER, TODAY),
                        new DraftCommand.SendBack(OTHER, "缺依据"),
                        new DraftCommand.Publish(),
                        new DraftCommand.Discard())
                .forEach(command -> assertThat(decide(draft(stage), command) instanceof Moved)
                        .as("%s in %s", command, stage)
                        .isEqualTo(allowed.getOrDefault(command.getClass(), Set.of())
                                .contains(stage)));
    }

    private static DraftDecision decide(EntryDraft draft, DraftCommand command) {
        return DraftRules.decide(draft, command, TODAY);
    }

    private static EntryDraft moved(EntryDraft draft, DraftCommand command) {
        return ((Moved) decide(draft, command)).draft();
    }

    private static Stage stageAfter(EntryDraft draft, DraftCommand command) {
        return moved(draft, command).stage();
    }

    private static EntryDraft draft(Stage stage) {
        return new EntryDraft(
                UUID.nameUUIDFromBytes(new byte[] {3}),
                YunxiBodies.item("食品经营许可"),
                1,
                stage,
                4,
                Set.of(WRITER),
                Optional.empty(),
                stage == Stage.APPROVED ? Optional.of(TODAY) : Optional.empty(),
                "新事项",
                Instant.EPOCH);
    }
}
