package org.zhengtong.services.filing.web;

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
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.zhengtong.services.cases.Finding.Kind;
import org.zhengtong.services.cases.Mark;
import org.zhengtong.services.catalogue.Asked;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Questionnaire;
import org.zhengtong.services.filing.Answers;
import org.zhengtong.services.filing.Corrections.Open;
import org.zhengtong.services.filing.Finding;

/** The page of a correction: what came back with it, and how it is shown, to the applicant and to the clerk at a window. */
@Component
class CorrectionPage {
    private final FieldViews fields;

    CorrectionPage(FieldViews fields) {
        this.fields = fields;
    }

    /**
     * Where the page stands.
     *
     * @param pictures below which the marked pictures are found
     * @param visit the visit at a window it is filled in at; empty for one's own
     */
    record Place(String action, String back, String pictures, String visit) {}

    /** What came with this try of the page. */
    record Given(Map<String, String> answers, Map<String, Map<UUID, String>> files, List<Wrong> refused) {
        static final Given NOTHING = new Given(Map.of(), Map.of(), List.of());

        Map<String, List<UUID>> ids() {
            return files.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> List.copyOf(entry.getValue().keySet())));
        }
    }

    Given given(CorrectionSheet sheet, MultiValueMap<String, MultipartFile> uploads, Uploads.Keeping keeping)
            throws IOException {
        Map<String, String> uploaded = new LinkedHashMap<>();
        List<Wrong> refused = new ArrayList<>();
        for (Asked asked : sheet.questions()) {
            if (asked.field().kind() == Form.Kind.FILE) {
                Uploads came = uploads(keeping, uploads, asked.key(), asked.key());
                came.kept().forEach(file -> uploaded.put(asked.key(), file.id().toString()));
                refused.addAll(came.refused());
            }
        }
        Map<String, Map<UUID, String>> files = new LinkedHashMap<>();
        for (var point : sheet.open().file().toCorrect()) {
            if (point.kind() == Kind.MATERIAL) {
                Map<UUID, String> kept = new LinkedHashMap<>();
                sheet.form().getOrDefault("kept-" + point.id(), List.of()).forEach(value -> keep(kept, value));
                Uploads came = uploads(keeping, uploads, point.id(), "file-" + point.id());
                came.kept().forEach(file -> kept.put(file.id(), file.name()));
                refused.addAll(came.refused());
                files.put(point.id(), kept);
            }
        }
        return new Given(sheet.answers(uploaded), files, refused);
    }

    private static Uploads uploads(
            Uploads.Keeping keeping, MultiValueMap<String, MultipartFile> uploads, String key, String field)
            throws IOException {
        return Uploads.of(uploads.get("file-" + key), field, keeping);
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

    String show(Place place, CorrectionSheet sheet, Given given, List<Finding> findings, Model model) {
        Open open = sheet.open();
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
                        place.action(),
                        place.back(),
                        place.pictures(),
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
        model.addAttribute("visit", place.visit());
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
