package org.zhengtong.services.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.LinkedMultiValueMap;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.SharedScreen;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseClocks;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseDecision;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseStanding;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseStep;
import org.zhengtong.services.cases.CaseSummary;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.Deferral;
import org.zhengtong.services.cases.DepartmentAdditions;
import org.zhengtong.services.cases.DueDate;
import org.zhengtong.services.cases.Extension;
import org.zhengtong.services.cases.FestivalCalendar;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.cases.Inbox;
import org.zhengtong.services.cases.InboxFilter;
import org.zhengtong.services.cases.Light;
import org.zhengtong.services.cases.Outcome;
import org.zhengtong.services.cases.Pause;
import org.zhengtong.services.cases.PlannedProcedure;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.cases.SystemCheck;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.SpecialProcedure;
import org.zhengtong.services.catalogue.YunxiBodies;

/** Every page of the room in every state and both languages: no missing message, nothing unescaped. */
class CaseTemplatesTest {
    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final ServiceItem ITEM = YunxiBodies.item("食品经营许可");
    private static final PersonId ME = new PersonId(new UUID(0, 1));
    private static final StaffMember REVIEWER =
            new StaffMember(ME, "王芳", YunxiBodies.read().values().iterator().next(), "审查岗", Set.of(Role.REVIEW));
    private static final String MARKUP = "<script>alert(1)</script>";

    private static final Set<StepKind> DOCUMENTED = EnumSet.of(
            StepKind.CORRECTION_REQUESTED,
            StepKind.ACCEPTED,
            StepKind.COUNTED_AS_ACCEPTED,
            StepKind.NOT_ACCEPTED,
            StepKind.NOT_REQUIRED,
            StepKind.GRANTED,
            StepKind.REFUSED,
            StepKind.PROCEDURE_ANNOUNCED,
            StepKind.EXTENDED,
            StepKind.TERMINATED);

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void the_applicants_page_of_every_state(CaseState state) {
        CaseFile file = file(state);
        CaseReading reading = reading();

        show(
                "my-case",
                new MyCaseView(
                        file,
                        ITEM,
                        reading,
                        file.clocks().stream().filter(DueDate::isRunning).findFirst(),
                        Optional.of(new Problem(422, "cases.words-too-long", 2000)),
                        MARKUP));
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void the_desks_page_of_every_state(CaseState state) {
        LinkedMultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        typed.add("finding", "MATERIAL:m1");
        typed.add("wrong:MATERIAL:m1", MARKUP);

        String page = show(
                "desk-case",
                new DeskCaseView(
                        file(state),
                        ITEM,
                        reading(),
                        true,
                        true,
                        REVIEWER,
                        List.of(new SystemCheck(SystemCheck.Kind.DUPLICATE, false, List.of(MARKUP))),
                        new DepartmentAdditions.Additions(
                                List.of(),
                                List.of(new DepartmentAdditions.Rating(
                                        "DISSATISFIED", 2, "ACCEPTANCE", true, MARKUP, LocalDate.of(2026, 3, 2)))),
                        List.of(),
                        List.of(REVIEWER.body()),
                        DeskController.points(ITEM, java.util.Map.of()),
                        Optional.of(new Problem(409, "cases.taken", "王芳")),
                        typed,
                        "acceptance"));

        if (state.awaitsAcceptance()) {
            assertThat(page).contains("name=\"version\" value=\"7\"", "name=\"_csrf\" value=\"token\"");
        }
    }

    @Test
    void the_lists_of_applicant_and_desk() {
        List<CaseSummary> rows = EnumSet.allOf(CaseState.class).stream()
                .map(CaseTemplatesTest::summary)
                .toList();

        show("my-cases", new MyCasesView(List.of(), rows, rows));
        show("my-cases", new MyCasesView(List.of(), List.of(), List.of()));
        for (int decided : List.of(0, 12)) {
            show(
                    "desk",
                    new DeskView(
                            new Inbox(rows, 55, new Inbox.Figures(7, 1, 2, 1.84, 8, 99.2, decided)),
                            new InboxFilter(InboxFilter.View.FOR_ME, Optional.of(Light.RED), Optional.of("YX-7&\""), 2),
                            List.of(InboxFilter.View.values()),
                            new PersonId(new UUID(0, 5)),
                            true,
                            "nothing"));
        }
    }

    @Test
    void the_receipt() {
        String page = show("receipt", new ReceiptView(file(CaseState.SUBMITTED), DAY.plusDays(7)));

        assertThat(page).contains("YX-7F3K-2292");
    }

    @Test
    void every_reason_and_every_step_has_its_sentence_in_both_languages() {
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            Page page = page(locale);
            List<String> keys = new ArrayList<>();
            for (CaseDecision.Reason reason : CaseDecision.Reason.values()) {
                keys.add("problem.cases."
                        + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
            for (StepKind kind : StepKind.values()) {
                keys.add("cases.step." + kind);
            }
            for (CaseCommand.Ground ground : CaseCommand.Ground.values()) {
                keys.add("cases.ground." + ground);
            }
            assertThat(keys).allSatisfy(key -> assertThat(page.t(key)).doesNotContain("??"));
        }
    }

    @Test
    void both_languages_say_the_same_things() throws IOException {
        assertThat(keys("cases_en")).isEqualTo(keys("cases"));
    }

    private String show(String template, Object view) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            StringOutput output = new StringOutput();
            templates.render("services/cases/" + template + ".jte", Map.of("page", page(locale), "view", view), output);
            String html = output.toString();
            assertThat(html).doesNotContain("??", MARKUP, "Optional[", "style=\"", "onclick");
            assertThat(html.split("<h1", -1)).as("one h1").hasSize(2);
            if (locale.equals(Locale.SIMPLIFIED_CHINESE)) {
                keep(template, html);
                return html;
            }
        }
        throw new IllegalStateException();
    }

    private static void keep(String template, String html) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "pages"));
            Files.writeString(folder.resolve(template + ".html"), html);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Page page(Locale locale) {
        return new Page(
                messages(),
                locale,
                "/my/cases",
                "",
                Optional.empty(),
                "token",
                false,
                "",
                false,
                SharedScreen.NONE,
                NOW);
    }

    private static MessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/services/cases", "messages/services/catalogue", "messages/ground/web");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    private static Set<Object> keys(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        CaseTemplatesTest.class.getResourceAsStream("/messages/services/" + file + ".properties")),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.keySet();
    }

    private static CaseReading reading() {
        return new CaseReading(
                List.of(new CaseReading.Line("area", "经营场所面积有多大？", "小于 50 平方米", Optional.empty())),
                List.of(new CaseReading.Section(
                        "经营场所", List.of(new CaseReading.Line("f", "店名", MARKUP, Optional.empty())))),
                List.of(
                        new CaseReading.Handed(
                                "m3",
                                "经营场所平面布局图",
                                List.of(new StoredFile(new UUID(0, 5), "平面图.png", "image/png", 10, "ab")),
                                Optional.empty(),
                                false,
                                false),
                        new CaseReading.Handed("m2", "营业执照", List.of(), Optional.of(new UUID(0, 6)), false, false),
                        new CaseReading.Handed("m1", "申请书", List.of(), Optional.empty(), true, false),
                        new CaseReading.Handed("m4", "规章制度", List.of(), Optional.empty(), false, true)));
    }

    private static CaseFile file(CaseState state) {
        boolean decided = EnumSet.of(CaseState.GRANTED, CaseState.REFUSED, CaseState.DELIVERED, CaseState.CLOSED)
                .contains(state);
        boolean accepted = decided
                || EnumSet.of(CaseState.ACCEPTED, CaseState.IN_REVIEW, CaseState.SUSPENDED, CaseState.REVIEWED)
                        .contains(state);
        Pause pause = new Pause(
                SpecialProcedure.Kind.HEARING,
                DAY,
                15,
                state == CaseState.SUSPENDED ? Optional.empty() : Optional.of(DAY.plusDays(2)));
        CaseStanding standing = new CaseStanding(
                state,
                DAY,
                state == CaseState.PRECHECK_RETURNED ? Optional.of(DAY) : Optional.empty(),
                state == CaseState.CORRECTION_REQUESTED ? Optional.of(DAY) : Optional.empty(),
                Optional.of(DAY.plusDays(42)),
                accepted ? Optional.of(DAY) : Optional.empty(),
                decided ? Optional.of(DAY.plusDays(3)) : Optional.empty(),
                decided ? Optional.of(Outcome.GRANTED) : Optional.empty(),
                Optional.empty(),
                List.of(pause),
                state == CaseState.ACCEPTED
                        ? Optional.of(new PlannedProcedure(SpecialProcedure.Kind.INSPECTION, DAY.plusDays(4), 5))
                        : Optional.empty(),
                state == CaseState.REVIEWED ? Optional.of(new Extension(10, DAY)) : Optional.empty(),
                accepted ? List.of(new Deferral("m4", DAY.plusDays(14), Optional.empty())) : List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        List<CaseStep> steps = new ArrayList<>();
        for (StepKind kind : StepKind.values()) {
            steps.add(step(steps.size() + 1, kind));
        }
        return new CaseFile(
                new CaseId(new UUID(0, 9)),
                7,
                ITEM.code() + "20260302000001",
                "YX-7F3K-2292",
                ITEM.code(),
                1,
                ITEM.name(),
                ITEM.bodyUscc(),
                ITEM.bodyName(),
                new Party.Person(ME),
                MARKUP,
                ME,
                Channel.WEB,
                Instant.parse("2026-03-02T01:00:00Z"),
                standing,
                20,
                8,
                Optional.of(ME),
                Optional.of("王芳"),
                Map.of(),
                Map.of(),
                List.of(),
                decided ? Optional.of(new UUID(0, 8)) : Optional.empty(),
                decided ? Optional.empty() : Optional.of(new UUID(0, 7)),
                steps,
                new CaseClocks(new FestivalCalendar()).of(standing, 20, 8, LocalDate.of(2026, 3, 10)));
    }

    private static final Map<StepKind, Map<String, String>> FACTS = Map.of(
            StepKind.ACCEPTED,
            Map.of("promised", "m4"),
            StepKind.PROCEDURE_ANNOUNCED,
            Map.of("procedure", "HEARING", "from", "2026-03-04", "days", "15"),
            StepKind.EXTENDED,
            Map.of("days", "10"),
            StepKind.DUE_DATE_MOVED,
            Map.of("before", "2026-10-01", "after", "2026-10-09", "calendar", "2026"));

    private static CaseStep step(int number, StepKind kind) {
        boolean correction = kind == StepKind.CORRECTION_REQUESTED || kind == StepKind.PRECHECK_RETURNED;
        return new CaseStep(
                number,
                Instant.parse("2026-03-03T01:00:00Z"),
                kind,
                "system",
                "王芳",
                MARKUP,
                correction ? List.of(new Finding(Finding.Kind.MATERIAL, "m1", "申请书", "缺少签名", "请签名后上传")) : List.of(),
                kind == StepKind.NOT_ACCEPTED ? Optional.of(CaseCommand.Ground.NOT_COMPETENT) : Optional.empty(),
                kind == StepKind.NOT_ACCEPTED ? Optional.of("云溪市公安局") : Optional.empty(),
                FACTS.getOrDefault(kind, Map.of()),
                DOCUMENTED.contains(kind) ? Optional.of("云溪市市场监督管理局许补〔2026〕1号") : Optional.empty());
    }

    private static CaseSummary summary(CaseState state) {
        return new CaseSummary(
                new CaseId(new UUID(0, 9)),
                1,
                "YX-7F3K-2292",
                ITEM.code(),
                ITEM.name(),
                ITEM.bodyName(),
                MARKUP,
                state,
                state == CaseState.CLOSED ? Optional.of(Outcome.REFUSED) : Optional.empty(),
                Channel.WINDOW,
                Instant.parse("2026-03-02T01:00:00Z"),
                state.isOpen() ? Optional.of(DAY.plusDays(4)) : Optional.empty(),
                state.awaitsAcceptance() ? -2 : 2,
                state.isOpen() ? Optional.of(state.awaitsAcceptance() ? Light.RED : Light.GREEN) : Optional.empty(),
                Optional.of(new PersonId(new UUID(0, 5))),
                Optional.of("王芳"));
    }
}
