package org.zhengtong.services.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.services.licences.LicenceAct.Ground;
import org.zhengtong.services.licences.LicenceType.PrintedAttribute;

/** What the law asks of a decision about a licence. */
class LicenceDecisionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LicenceType TYPE = new LicenceType(
            "食品经营许可证",
            "11339900990000316P002",
            LicenceType.Subject.FIRM,
            Optional.empty(),
            new LicenceType.NumberRule.Registration("JY"),
            List.of(new PrintedAttribute("经营者名称", false), new PrintedAttribute("经营项目", false)),
            LicenceType.Face.CERTIFICATE);

    @ParameterizedTest
    @EnumSource
    void every_decision_states_its_document_and_its_reason(LicenceAct act) {
        assertThat(wrong(LicenceDecision.fresh(act), licence(LicenceState.VALID)))
                .contains("document", "reason");
    }

    @Test
    void a_detention_is_a_penalty_with_an_end() {
        assertThat(wrong(until(LicenceAct.DETAIN, "2026-06-01"), licence(LicenceState.VALID)))
                .isEmpty();
        for (String day : List.of("", "2026-03-02", "2020-01-01", "2099-01-01", "bald")) {
            assertThat(wrong(until(LicenceAct.DETAIN, day), licence(LicenceState.VALID)))
                    .as(day)
                    .containsExactly("until");
        }
    }

    @Test
    void a_revocation_is_grounded_on_article_69_and_a_cancellation_on_article_70() {
        assertThat(wrong(ground(LicenceAct.REVOKE, ""), licence(LicenceState.VALID)))
                .containsExactly("ground");
        assertThat(wrong(ground(LicenceAct.REVOKE, Ground.IMPOSSIBLE.name()), licence(LicenceState.VALID)))
                .containsExactly("ground");
        assertThat(wrong(ground(LicenceAct.REVOKE, Ground.DECEIT.name()), licence(LicenceState.VALID)))
                .isEmpty();
        assertThat(wrong(ground(LicenceAct.CANCEL, Ground.NOT_RENEWED.name()), licence(LicenceState.VALID)))
                .containsExactly("ground");
        assertThat(wrong(ground(LicenceAct.CANCEL, Ground.NOT_RENEWED.name()), licence(LicenceState.EXPIRED)))
                .isEmpty();
        assertThat(wrong(ground(LicenceAct.CANCEL, Ground.PERSON_ENDED.name()), licence(LicenceState.VALID)))
                .containsExactly("ground");
        assertThat(wrong(ground(LicenceAct.CANCEL, Ground.FIRM_ENDED.name()), licence(LicenceState.VALID)))
                .isEmpty();
        assertThat(wrong(
                        ground(LicenceAct.CANCEL, Ground.FIRM_ENDED.name()),
                        licence(LicenceState.VALID, new Party.Person(new PersonId(new UUID(1, 1))), Optional.empty())))
                .containsExactly("ground");
    }

    @Test
    void nobody_loses_a_licence_as_a_penalty_without_having_been_told_of_the_hearing() {
        assertThat(wrong(decision(LicenceAct.WITHDRAW, "", "", "", "", Map.of()), licence(LicenceState.VALID)))
                .containsExactly("hearing");
        assertThat(wrong(
                        decision(LicenceAct.WITHDRAW, "", "", "云市监听告〔2026〕3号", "", Map.of()),
                        licence(LicenceState.VALID)))
                .isEmpty();
    }

    @Test
    void a_renewal_ends_later_than_before_and_only_what_ends_is_renewed() {
        assertThat(wrong(until(LicenceAct.RENEW, "2031-03-02"), licence(LicenceState.VALID)))
                .isEmpty();
        assertThat(wrong(until(LicenceAct.RENEW, "2031-03-01"), licence(LicenceState.VALID)))
                .containsExactly("until");
        assertThat(wrong(until(LicenceAct.RENEW, "2031-03-02"), licence(LicenceState.VALID, firm(), Optional.empty())))
                .containsExactly("until");
    }

    @Test
    void a_correction_changes_something_and_leaves_nothing_empty() {
        assertThat(wrong(
                        decision(LicenceAct.CORRECT, "", "", "", "", Map.of("经营者名称", "老李", "经营项目", "热食")),
                        licence(LicenceState.VALID)))
                .containsExactly("attribute-0");
        assertThat(wrong(
                        decision(LicenceAct.CORRECT, "", "", "", "", Map.of("经营者名称", "老李", "经营项目", " ")),
                        licence(LicenceState.VALID)))
                .containsExactly("attribute-1");
        LicenceDecision good = decision(LicenceAct.CORRECT, "", "", "", "", Map.of("经营者名称", "老李", "经营项目", "冷食"));
        assertThat(wrong(good, licence(LicenceState.VALID))).isEmpty();
        assertThat(good.changes(licence(LicenceState.VALID), TYPE)).containsExactly(Map.entry("经营项目", "冷食"));
    }

    @Test
    void what_has_ended_for_good_is_not_touched_again() {
        for (LicenceState ended : List.of(
                LicenceState.REVOKED, LicenceState.CANCELLED, LicenceState.WITHDRAWN, LicenceState.TRANSFERRED)) {
            for (LicenceAct act : LicenceAct.values()) {
                assertThat(act.mayFollow(ended)).as("%s after %s", act, ended).isFalse();
            }
        }
        assertThat(LicenceAct.GIVE_BACK.mayFollow(LicenceState.VALID)).isFalse();
        assertThat(LicenceAct.RENEW.mayFollow(LicenceState.EXPIRED)).isFalse();
    }

    private static List<String> wrong(LicenceDecision decision, Licence licence) {
        return decision.check(licence, TYPE, TODAY).stream()
                .map(WrongField::field)
                .toList();
    }

    private static LicenceDecision until(LicenceAct act, String day) {
        return decision(act, "", day, "", "", Map.of());
    }

    private static LicenceDecision ground(LicenceAct act, String ground) {
        return decision(act, ground, "", "", "", Map.of());
    }

    private static LicenceDecision decision(
            LicenceAct act, String ground, String until, String hearing, String receiver, Map<String, String> stated) {
        return new LicenceDecision(act, ground, "经查证属实", "云市监罚决〔2026〕12号", until, hearing, receiver, stated);
    }

    private static Licence licence(LicenceState state) {
        return licence(state, firm(), Optional.of(LocalDate.of(2031, 3, 1)));
    }

    private static Party firm() {
        return new Party.Firm(new FirmId(new UUID(1, 2)));
    }

    private static Licence licence(LicenceState state, Party holder, Optional<LocalDate> until) {
        return new Licence(
                new UUID(0, 1),
                "1.2.156.3005.2",
                "JY13399000000001",
                TYPE.title(),
                holder,
                "老李",
                "11339900990000025L",
                "云溪市市场监督管理局",
                TODAY,
                until,
                state,
                1,
                new TreeMap<>(Map.of("经营者名称", "老李", "经营项目", "热食")));
    }
}
