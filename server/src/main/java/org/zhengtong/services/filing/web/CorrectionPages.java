package org.zhengtong.services.filing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Finding.Kind;
import org.zhengtong.services.cases.Mark;
import org.zhengtong.services.catalogue.Asked;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Questionnaire;
import org.zhengtong.services.filing.Answers;
import org.zhengtong.services.filing.Corrections;
import org.zhengtong.services.filing.Corrections.Open;
import org.zhengtong.services.filing.Filing;
import org.zhengtong.services.filing.Finding;

/** Leads through exactly the points of a correction notice. */
@Controller
@RequestMapping("/my/cases/{id}/correction")
class CorrectionPages {
    private final Corrections corrections;
    private final Filing filing;
    private final FieldViews fields;

    CorrectionPages(Corrections corrections, Filing filing, FieldViews fields) {
        this.fields = fields;
        this.corrections = corrections;
        this.filing = filing;
    }

    /** What came with this try of the page. */
    private record Given(Map<String, String> answers, Map<String, Map<UUID, String>> files, List<Wrong> refused) {
        static final Given NOTHING = new Given(Map.of(), Map.of(), List.of());

        Map<String, List<UUID>> ids() {
            return files.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> List.copyOf(entry.getValue().keySet())));
        }
    }

    @GetMapping
    String correction(SignedIn me, @PathVariable UUID id, Model model) {
        Open open = corrections.open(me, new CaseId(id));
        return page(new CorrectionSheet(open, new LinkedMultiValueMap<>()), Given.NOTHING, List.of(), model);
    }

    @PostMapping
    String correct(
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam MultiValueMap<String, MultipartFile> uploads,
            Model model,
            HttpServletResponse response)
            throws IOException {
        CaseId caseId = new CaseId(id);
        Open open = corrections.open(me, caseId);
        CorrectionSheet sheet = new CorrectionSheet(open, form);
        Given given = given(me, sheet, uploads);
        if (sheet.wantsMore()) {
            return page(sheet, given, List.of(), model);
        }
        List<Finding> findings =
                given.refused().isEmpty() ? corrections.correct(me, caseId, given.answers(), given.ids()) : List.of();
        if (given.refused().isEmpty() && findings.isEmpty()) {
            return "redirect:/my/cases/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(sheet, given, findings, model);
    }

    private Given given(SignedIn me, CorrectionSheet sheet, MultiValueMap<String, MultipartFile> uploads)
            throws IOException {
        Map<String, String> uploaded = new LinkedHashMap<>();
        List<Wrong> refused = new ArrayList<>();
        for (Asked asked : sheet.questions()) {
            if (asked.field().kind() == Form.Kind.FILE) {
                Uploads came = uploads(me, uploads, asked.key(), asked.key());
                came.kept().forEach(file -> uploaded.put(asked.key(), file.id().toString()));
                refused.addAll(came.refused());
            }
        }
        Map<String, Map<UUID, String>> files = new LinkedHashMap<>();
        for (var point : sheet.open().file().toCorrect()) {
            if (point.kind() == Kind.MATERIAL) {
                Map<UUID, String> kept = new LinkedHashMap<>();
                sheet.form().getOrDefault("kept-" + point.id(), List.of()).forEach(value -> keep(kept, value));
                Uploads came = uploads(me, uploads, point.id(), "file-" + point.id());
                came.kept().forEach(file -> kept.put(file.id(), file.name()));
                refused.addAll(came.refused());
                files.put(point.id(), kept);
            }
        }
        return new Given(sheet.answers(uploaded), files, refused);
    }

    private Uploads uploads(SignedIn me, MultiValueMap<String, MultipartFile> uploads, String key, String field)
            throws IOException {
        return Uploads.of(
                uploads.get("file-" + key),
                field,
                (content, name) -> filing.keep(me, content, name).id());
    }

    /** {@code <id>:<name>}; whose file it is is checked when the correction is handed in. */
    private static void keep(Map<UUID, String> kept, String value) {
        String[] parts = value.split(":", 2);
        try {
            kept.put(UUID.fromString(parts[0]), parts.length > 1 ? parts[1] : "");
        } catch (IllegalArgumentException notAnId) {
            // a changed page: the file is simply asked for again
        }
    }

    private String page(CorrectionSheet sheet, Given given, List<Finding> findings, Model model) {
        Open open = sheet.open();
        String id = open.file().id().value().toString();
        List<Wrong> wrong = Stream.concat(
                        given.refused().stream(),
                        findings.stream()
                                .map(finding -> new Wrong(
                                        finding.part() == Finding.Part.MATERIALS
                                                ? "file-" + finding.id()
                                                : finding.id(),
                                        finding.key(),
                                        finding.values())))
                .toList();
        List<Asked> alone = sheet.questions().stream()
                .filter(asked -> !sheet.isInGroup(asked))
                .toList();
        model.addAttribute(
                "view",
                new CorrectionView(
                        "/my/cases/" + id + "/correction",
                        "/my/cases/" + id,
                        open.item().name(),
                        open.file().receiptNumber(),
                        points(open, Kind.FIELD)
                                .flatMap(point -> alone.stream()
                                        .filter(asked -> asked.key().equals(point.id()))
                                        .map(asked -> new CorrectionView.FieldPoint(
                                                point.wrong(), point.remedy(), field(asked, open, given, findings))))
                                .toList(),
                        sheet.groups().stream()
                                .flatMap(group -> points(open, Kind.FIELD)
                                        .filter(point -> point.id().equals(group.id()))
                                        .map(point -> group(point, group, sheet, given, findings)))
                                .toList(),
                        points(open, Kind.MATERIAL)
                                .map(point -> material(point, given, wrong))
                                .toList(),
                        alone.stream()
                                .filter(asked -> !sheet.named().contains(asked.key()))
                                .filter(asked -> given.answers().containsKey(asked.key())
                                        || findings.stream()
                                                .anyMatch(
                                                        finding -> finding.id().equals(asked.key())))
                                .map(asked -> field(asked, open, given, findings))
                                .toList(),
                        wrong));
        return "services/filing/correction";
    }

    private static Stream<org.zhengtong.services.cases.Finding> points(Open open, Kind kind) {
        return open.file().toCorrect().stream().filter(point -> point.kind() == kind);
    }

    private CorrectionView.GroupPoint group(
            org.zhengtong.services.cases.Finding point,
            Form.Section group,
            CorrectionSheet sheet,
            Given given,
            List<Finding> findings) {
        Form.Repeat repeat = group.repeat().orElseThrow();
        int entries = sheet.entries(group);
        Map<String, String> answers =
                new Answers(sheet.open().file().answers()).with(given.answers()).values();
        Questionnaire questions = new Questionnaire(sheet.open().item().form(), answers);
        return new CorrectionView.GroupPoint(
                group.id(),
                group.title(),
                point.wrong(),
                point.remedy(),
                repeat.each(),
                entries < repeat.most(),
                findings.stream()
                        .filter(finding -> finding.id().equals(group.id()))
                        .map(Wrong::of)
                        .toList(),
                IntStream.rangeClosed(1, entries)
                        .mapToObj(number -> new QuestionsView.Entry(
                                number,
                                new Asked(group, number, group.fields().getFirst()).heading(),
                                questions.asked(group, entries).stream()
                                        .filter(asked -> asked.entry() == number)
                                        .map(asked -> field(asked, sheet.open(), given, findings))
                                        .toList()))
                        .toList());
    }

    private FieldView field(Asked asked, Open open, Given given, List<Finding> findings) {
        String key = asked.key();
        String value = given.answers().getOrDefault(key, open.file().answers().getOrDefault(key, ""));
        return fields.complete(
                FieldView.of(
                        asked,
                        value,
                        Optional.empty(),
                        false,
                        findings.stream()
                                .filter(finding -> finding.id().equals(key))
                                .findFirst(),
                        ""),
                open.item());
    }

    private static CorrectionView.MaterialPoint material(
            org.zhengtong.services.cases.Finding point, Given given, List<Wrong> wrong) {
        return new CorrectionView.MaterialPoint(
                point.id(),
                point.name(),
                point.wrong(),
                point.remedy(),
                Mark.sheets(point.marks()),
                given.files().getOrDefault(point.id(), Map.of()).entrySet().stream()
                        .map(file -> new Choice(file.getKey() + ":" + file.getValue(), file.getValue()))
                        .toList(),
                wrong.stream()
                        .filter(one -> one.field().equals("file-" + point.id()))
                        .toList());
    }
}
