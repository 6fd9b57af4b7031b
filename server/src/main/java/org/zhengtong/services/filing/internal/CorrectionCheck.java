package org.zhengtong.services.filing.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.Answers;
import org.zhengtong.services.filing.Corrections.Open;
import org.zhengtong.services.filing.Finding;
import org.zhengtong.services.filing.FormCheck;
import org.zhengtong.services.filing.FormCheck.Checked;

/** Checks a correction against its notice: exactly what is named changes, everything else stays as it was filed. */
@Component
class CorrectionCheck {
    private final Applicants applicants;
    private final DraftStore store;
    private final FormCheck check;

    CorrectionCheck(Applicants applicants, DraftStore store, FormCheck check) {
        this.applicants = applicants;
        this.store = store;
        this.check = check;
    }

    /** @param order what goes into the case; only when there are no findings */
    record Examined(FilingOrder order, List<Finding> findings) {}

    /**
     * @param person in whose name it is handed in
     * @param more what is handed in besides what the notice asks for
     */
    Examined of(
            PersonId person,
            Open open,
            Map<String, String> answers,
            Map<String, List<UUID>> files,
            Channel channel,
            List<HandedIn> more) {
        CaseFile file = open.file();
        ServiceItem item = open.item();
        Checked checked =
                check.check(item.form(), new Answers(file.answers()).with(answers), known(person, file, item));

        List<Finding> findings = new ArrayList<>(checked.findings());
        findings.addAll(unchanged(file, checked, files));
        findings.addAll(strangers(person, files));
        Map<String, UUID> answered =
                FileAnswers.of(item.form(), checked.answers().values());
        Map<String, UUID> newer = new HashMap<>(answered);
        newer.values().removeIf(file::has);
        findings.addAll(FileAnswers.strangers(newer, store.uploadedBy(person, newer.values())));
        return new Examined(
                new FilingOrder(
                        file.id().value(),
                        item,
                        file.applicant(),
                        person,
                        file.situations(),
                        checked.answers().values(),
                        Stream.concat(materials(file, item, files, answered), more.stream())
                                .toList(),
                        channel),
                List.copyOf(findings));
    }

    /** What the house knew by itself at the filing is not asked again. */
    private Map<String, String> known(PersonId person, CaseFile file, ServiceItem item) {
        Map<String, String> bound =
                new HashMap<>(applicants.atHand(person, file.applicant(), item).bound(item.form()));
        bound.replaceAll((field, answer) -> file.answers().getOrDefault(field, answer));
        return bound;
    }

    private static List<Finding> unchanged(CaseFile file, Checked checked, Map<String, List<UUID>> files) {
        return file.toCorrect().stream()
                .flatMap(point -> switch (point.kind()) {
                    case FIELD ->
                        checked.about(point.id()).isEmpty() && isUnchanged(file, checked, point.id())
                                ? Stream.of(finding(Finding.Part.ANSWERS, point, "filing.correction.unchanged"))
                                : Stream.<Finding>empty();
                    case MATERIAL ->
                        files.getOrDefault(point.id(), List.of()).isEmpty()
                                ? Stream.of(finding(Finding.Part.MATERIALS, point, "filing.correction.file"))
                                : Stream.<Finding>empty();
                })
                .toList();
    }

    /** @param id of a field, or of a repeated page the notice names as a whole */
    private static boolean isUnchanged(CaseFile file, Checked checked, String id) {
        Map<String, String> now = under(id, checked.answers().values());
        return !now.isEmpty() && now.equals(under(id, file.answers()));
    }

    private static Map<String, String> under(String id, Map<String, String> answers) {
        return answers.entrySet().stream()
                .filter(answer -> answer.getKey().equals(id) || answer.getKey().startsWith(id + "."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Finding> strangers(PersonId person, Map<String, List<UUID>> files) {
        Set<UUID> own = store.uploadedBy(
                person, files.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        return files.entrySet().stream()
                .filter(entry -> !own.containsAll(entry.getValue()))
                .map(entry -> new Finding(
                        Finding.Part.MATERIALS, entry.getKey(), "filing.check.file", List.of(entry.getKey())))
                .toList();
    }

    private static Stream<HandedIn> materials(
            CaseFile file, ServiceItem item, Map<String, List<UUID>> files, Map<String, UUID> answered) {
        Set<String> named = file.toCorrect().stream()
                .filter(point -> point.kind() == org.zhengtong.services.cases.Finding.Kind.MATERIAL)
                .map(org.zhengtong.services.cases.Finding::id)
                .collect(Collectors.toSet());
        return Stream.concat(
                file.materials().stream()
                        .filter(material -> !named.contains(material.material()))
                        .filter(material -> !FileAnswers.isAnswer(item.form(), material.material())),
                Stream.concat(
                        FileAnswers.handedIn(answered).stream(),
                        named.stream()
                                .flatMap(material -> files.getOrDefault(material, List.of()).stream()
                                        .<HandedIn>map(id -> new HandedIn.Uploaded(material, id)))));
    }

    private static Finding finding(Finding.Part part, org.zhengtong.services.cases.Finding point, String key) {
        return new Finding(part, point.id(), key, List.of(point.name()));
    }
}
