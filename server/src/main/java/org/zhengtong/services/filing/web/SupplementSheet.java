package org.zhengtong.services.filing.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.catalogue.FilledForm;
import org.zhengtong.services.filing.Answers;
import org.zhengtong.services.filing.WindowSupplements.Supplement;

/** What is handed in later, as it is printed and signed: what was asked for and what changes by the way, and nothing else. */
@Component
class SupplementSheet {
    private final FieldViews fields;

    SupplementSheet(FieldViews fields) {
        this.fields = fields;
    }

    ApplicationView of(Supplement supplement) {
        CaseFile file = supplement.file();
        String path = SupplementPages.path(supplement);
        return new ApplicationView(
                supplement.material().isPresent() ? "filing.supplement.promised" : "filing.supplement.correction",
                path + "/sheet",
                path + "/check",
                true,
                file.itemName(),
                file.bodyName(),
                file.applicantName(),
                false,
                parts(supplement),
                materials(supplement),
                Optional.of(new ApplicationView.Filed(file.receiptNumber(), file.caseNumber(), file.filedAt())));
    }

    private List<ApplicationView.Part> parts(Supplement supplement) {
        Map<String, String> before = supplement.file().answers();
        Map<String, String> after =
                new Answers(before).with(supplement.answers()).values();
        Set<String> named = supplement.file().toCorrect().stream()
                .filter(point -> point.kind() == Finding.Kind.FIELD)
                .map(Finding::id)
                .collect(Collectors.toSet());
        return supplement.answers().isEmpty()
                ? List.of()
                : FilledForm.of(supplement.item().form(), after).entries().stream()
                        .map(entry -> new ApplicationView.Part(
                                entry.title(),
                                Optional.empty(),
                                entry.lines().stream()
                                        .filter(line ->
                                                named.contains(entry.section().id()) || isNew(line, named, before))
                                        .map(this::line)
                                        .toList()))
                        .filter(part -> !part.lines().isEmpty())
                        .toList();
    }

    private static boolean isNew(FilledForm.Line line, Set<String> named, Map<String, String> before) {
        String key = line.asked().key();
        return named.contains(key) || !Objects.equals(before.get(key), line.answer());
    }

    private ApplicationView.Line line(FilledForm.Line line) {
        return new ApplicationView.Line(
                line.asked().field().label(),
                fields.text(line.asked().field().kind(), line.answer()),
                List.of(),
                Optional.empty());
    }

    private static List<CheckView.MaterialLine> materials(Supplement supplement) {
        Stream<String> named = supplement.material().isPresent()
                ? supplement.material().stream()
                : supplement.file().toCorrect().stream()
                        .filter(point -> point.kind() == Finding.Kind.MATERIAL)
                        .map(Finding::id);
        return named.map(id -> new CheckView.MaterialLine(
                        supplement.item().materialName(id),
                        "filing.how.files",
                        List.of(supplement.files().getOrDefault(id, List.of()).size()),
                        ""))
                .toList();
    }
}
