package org.zhengtong.services.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.zhengtong.services.cases.CaseDecision.Moved;
import org.zhengtong.services.cases.CaseDecision.NotAllowed;
import org.zhengtong.services.catalogue.SpecialProcedure;

/** What may follow what, asked of the rules for every state and every command, is the table in the documents. */
class CaseStatesTest {
    private static final Path PAGE = Path.of("").toAbsolutePath().resolveSibling("docs/case-states.md");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate LATER = MONDAY.plusDays(60);
    private static final List<Finding> FINDINGS =
            List.of(new Finding(Finding.Kind.MATERIAL, "m1", "营业执照", "照片看不清", "请重新拍照上传"));
    private static final PlannedProcedure TODAY = new PlannedProcedure(SpecialProcedure.Kind.INSPECTION, MONDAY, 5);
    private static final AskedOpinion ASKED = new AskedOpinion("body", "机构", MONDAY.plusDays(7), Optional.empty());
    private static final List<Deferral> PROMISED = List.of(new Deferral("m9", MONDAY.plusDays(14), Optional.empty()));

    /** @param prepared what else must be so for the command to make sense */
    private record Row(CaseCommand command, UnaryOperator<CaseStanding> prepared, LocalDate day) {
        Row(CaseCommand command) {
            this(command, UnaryOperator.identity(), MONDAY);
        }
    }

    private static final List<Row> ROWS = List.of(
            new Row(new CaseCommand.Receive()),
            new Row(new CaseCommand.ReturnAtPrecheck(FINDINGS)),
            new Row(new CaseCommand.Resubmit()),
            new Row(new CaseCommand.RequestCorrection(FINDINGS)),
            new Row(new CaseCommand.Correct()),
            new Row(new CaseCommand.Accept()),
            new Row(new CaseCommand.DeemAccepted(Set.of()), UnaryOperator.identity(), LATER),
            new Row(new CaseCommand.RefuseAcceptance(CaseCommand.Ground.NOT_ADMISSIBLE, "理由", Optional.empty())),
            new Row(new CaseCommand.NotRequired("理由")),
            new Row(new CaseCommand.Supply("m9"), CaseStatesTest::promised, MONDAY),
            new Row(new CaseCommand.StartReview()),
            new Row(new CaseCommand.Review(true, "意见")),
            new Row(new CaseCommand.SendBack("理由")),
            new Row(new CaseCommand.AskOpinion(ASKED, "问题")),
            new Row(new CaseCommand.GiveOpinion(ASKED.body(), true, "意见"), standing -> standing.asked(ASKED), MONDAY),
            new Row(new CaseCommand.Recuse("理由")),
            new Row(new CaseCommand.Transfer(CaseCommand.Successor.at("item"), "理由")),
            new Row(new CaseCommand.Announce(TODAY)),
            new Row(new CaseCommand.Suspend(), standing -> standing.announced(TODAY), MONDAY),
            new Row(new CaseCommand.Resume("结果")),
            new Row(new CaseCommand.Extend(10, "理由")),
            new Row(new CaseCommand.Grant("")),
            new Row(new CaseCommand.DeemRenewed(), CaseStatesTest::renewing, LATER),
            new Row(new CaseCommand.Refuse("理由")),
            new Row(new CaseCommand.Deliver()),
            new Row(new CaseCommand.Close()),
            new Row(new CaseCommand.Archive()),
            new Row(new CaseCommand.Withdraw("理由")),
            new Row(new CaseCommand.Terminate(), CaseStatesTest::promised, LATER),
            new Row(new CaseCommand.GoOnAt(
                    new CaseCommand.BodyChange(true, "from", "旧机构", "to", "新机构", "〔2026〕1号", "撤并"))));

    private final CaseRules rules = new CaseRules(new FestivalCalendar(), 30, 10);

    @Test
    void the_table_in_the_documents_is_what_the_rules_say() throws IOException {
        String expected = page();
        if (Boolean.getBoolean("zt.write-documents")) {
            Files.writeString(PAGE, expected);
        }

        assertThat(PAGE)
                .as("after a change of the rules: ./zt test -Dtest=CaseStatesTest -Dzt.write-documents=true")
                .hasContent(expected);
    }

    @Test
    void every_command_has_its_row() {
        assertThat(ROWS).extracting(row -> (Object) row.command().getClass()).containsExactlyInAnyOrder((Object[])
                CaseCommand.class.getPermittedSubclasses());
    }

    private String page() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/services/cases");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        StringBuilder page = new StringBuilder(
                """
                # What may follow what in a case

                Written from the rules themselves (`CaseRules`), which are asked for every state and every command. A state
                in a field is where the command leads; a dot means that it is refused there with
                "%s" Further conditions, each refused with a sentence of its own, are in `CaseDecision.Reason`; limits in
                working days are explained at `CaseRules` and `CaseClocks`. The command is given on the day of filing,
                *DeemAccepted* and *Terminate* sixty days later, with what they need: an announced procedure for *Suspend*,
                a promised material for *Supply* and *Terminate*.

                """.formatted(messages.getMessage("problem.cases.not-in-this-state", null, java.util.Locale.ROOT)));
        page.append("| state |");
        ROWS.forEach(row -> page.append(' ').append(name(row)).append(" |"));
        page.append("\n|---|").append("---|".repeat(ROWS.size())).append('\n');
        for (CaseState state : CaseState.values()) {
            page.append("| **")
                    .append(state)
                    .append("** ")
                    .append(messages.getMessage("cases.state." + state, null, java.util.Locale.ROOT))
                    .append(" | ")
                    .append(ROWS.stream().map(row -> field(state, row)).collect(Collectors.joining(" | ")))
                    .append(" |\n");
        }
        return page.toString();
    }

    private String field(CaseState state, Row row) {
        CaseStanding standing = row.prepared().apply(CaseRulesTest.standing(state));
        return switch (rules.transition(standing, row.command(), CaseRulesTest.TERMS, row.day())) {
            case Moved(CaseStanding next) -> next.state().toString();
            case NotAllowed(CaseDecision.Reason reason) ->
                reason == CaseDecision.Reason.NOT_IN_THIS_STATE ? "·" : "*" + reason + "*";
        };
    }

    private static String name(Row row) {
        return Arrays.stream(row.command().getClass().getSimpleName().split("(?=[A-Z])"))
                .collect(Collectors.joining(" "));
    }

    /** For the renewal of a licence that expired the day before. */
    private static CaseStanding renewing(CaseStanding standing) {
        return CaseRulesTest.renewing(standing, new Renewal(new UUID(0, 1), LATER.minusDays(1), MONDAY));
    }

    /** With a promised material to come, in the states in which one can. */
    private static CaseStanding promised(CaseStanding standing) {
        return standing.acceptedOn()
                .map(day -> standing.accepted(day, PROMISED).in(standing.state()))
                .orElse(standing);
    }
}
