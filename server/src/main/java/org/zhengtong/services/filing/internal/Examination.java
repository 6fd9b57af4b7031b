package org.zhengtong.services.filing.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.Material.Requirement;
import org.zhengtong.services.catalogue.Questionnaire;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.Answers;
import org.zhengtong.services.filing.AtHand;
import org.zhengtong.services.filing.Checklist;
import org.zhengtong.services.filing.Checklist.Duty;
import org.zhengtong.services.filing.Filing.Request;
import org.zhengtong.services.filing.Finding;
import org.zhengtong.services.filing.FormCheck;
import org.zhengtong.services.licences.Licence;

/** The one round of checks before a filing, and what goes into the case after it. */
@Component
class Examination {
    private final Applicants applicants;
    private final DraftStore store;
    private final FormCheck check;

    Examination(Applicants applicants, DraftStore store, FormCheck check) {
        this.check = check;
        this.applicants = applicants;
        this.store = store;
    }

    /** What goes into the case; only when there are no findings. */
    record Examined(
            Map<String, String> situations,
            Map<String, String> answers,
            List<HandedIn> materials,
            List<Finding> findings) {}

    /**
     * @param agent in whose name it is filed
     * @param leaveOutUnknown in a draft, what an older version of the item asked for is left out without a word
     */
    Examined of(
            Filer filer,
            PersonProfile agent,
            Party applicant,
            ServiceItem item,
            Request request,
            boolean leaveOutUnknown) {
        AtHand atHand = applicants.atHand(agent, applicant, item);
        Map<String, String> situations = leaveOutUnknown ? known(item, request.situations()) : request.situations();
        Map<String, String> answers = leaveOutUnknown ? asked(item.form(), request.answers()) : request.answers();
        Map<String, String> bound = atHand.bound(item.form());
        FormCheck.Checked checked =
                check.check(item.form(), new Answers(withoutOwnNumber(whose(filer, applicant), answers, bound)), bound);
        Checklist checklist = Checklist.of(item, situations, atHand);

        List<Finding> findings = new ArrayList<>();
        findings.addAll(Checklist.openQuestions(item, situations));
        findings.addAll(checked.findings());
        if (!leaveOutUnknown) {
            findings.addAll(misplaced(item, checklist, request));
        }
        findings.addAll(checklist.missing(
                request.files().entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()),
                Set.copyOf(request.promised())));
        Map<String, UUID> answered =
                FileAnswers.of(item.form(), checked.answers().values());
        findings.addAll(strangers(filer, request, answered));
        List<HandedIn> materials = new ArrayList<>(
                findings.isEmpty() ? handedIn(filer, applicant, item, checklist, request, findings) : List.of());
        materials.addAll(FileAnswers.handedIn(answered));
        return new Examined(situations, checked.answers().values(), List.copyOf(materials), List.copyOf(findings));
    }

    private List<HandedIn> handedIn(
            Filer filer,
            Party applicant,
            ServiceItem item,
            Checklist checklist,
            Request request,
            List<Finding> findings) {
        List<HandedIn> materials = new ArrayList<>();
        for (Checklist.Line line : checklist.lines()) {
            String id = line.material().id();
            List<UUID> files = request.files().getOrDefault(id, List.of());
            switch (line.duty()) {
                case Duty.NotNeeded() -> {}
                case Duty.Generated() -> materials.add(new HandedIn.Generated(id));
                case Duty.ByLicence(Licence licence)
                when files.isEmpty() ->
                    applicants
                            .obtain(applicant, licence.type(), filer.actor(), item.name())
                            .ifPresentOrElse(
                                    obtained -> materials.add(new HandedIn.ByLicence(id, obtained.id())),
                                    () -> findings.add(about(line.material(), "filing.check.no-licence")));
                case Duty.ByLicence(Licence licence) ->
                    files.forEach(file -> materials.add(new HandedIn.Uploaded(id, file)));
                case Duty.Upload(Requirement requirement) -> {
                    files.forEach(file -> materials.add(new HandedIn.Uploaded(id, file)));
                    if (files.isEmpty() && request.promised().contains(id)) {
                        materials.add(new HandedIn.Promised(id));
                    }
                }
            }
        }
        return materials;
    }

    /** What a calling program put where it does not belong. */
    private static List<Finding> misplaced(ServiceItem item, Checklist checklist, Request request) {
        List<Finding> findings = new ArrayList<>();
        request.situations().keySet().stream()
                .filter(id -> item.situations().stream()
                        .noneMatch(situation -> situation.id().equals(id)))
                .forEach(id ->
                        findings.add(new Finding(Finding.Part.SITUATIONS, id, "filing.check.unknown", List.of(id))));
        Map<String, String> named = new LinkedHashMap<>();
        request.files().keySet().forEach(id -> named.put(id, ""));
        request.byLicence().forEach(id -> named.put(id, "licence"));
        request.promised().forEach(id -> named.put(id, "promised"));
        named.forEach((id, way) -> {
            Optional<Checklist.Line> line = checklist.line(id);
            if (line.isEmpty()) {
                findings.add(new Finding(Finding.Part.MATERIALS, id, "filing.check.unknown", List.of(id)));
            } else if (way.equals("licence") && !(line.get().duty() instanceof Duty.ByLicence)) {
                findings.add(about(line.get().material(), "filing.check.no-licence"));
            } else if (way.equals("promised") && line.get().material().requirement() != Requirement.MAY_FOLLOW) {
                findings.add(about(line.get().material(), "filing.check.may-not-follow"));
            }
        });
        return findings;
    }

    private List<Finding> strangers(Filer filer, Request request, Map<String, UUID> answered) {
        Set<UUID> files = Stream.concat(
                        request.files().values().stream().flatMap(List::stream), answered.values().stream())
                .collect(Collectors.toSet());
        Set<UUID> own = store.uploadedBy(filer.person(), files);
        return Stream.concat(
                        request.files().entrySet().stream()
                                .filter(entry -> !own.containsAll(entry.getValue()))
                                .map(entry -> new Finding(
                                        Finding.Part.MATERIALS,
                                        entry.getKey(),
                                        "filing.check.file",
                                        List.of(entry.getKey()))),
                        FileAnswers.strangers(answered, own).stream())
                .toList();
    }

    /** A calling program may send its person's own number plain; the case keeps the masked one. */
    private Map<String, String> withoutOwnNumber(
            PersonId person, Map<String, String> answers, Map<String, String> bound) {
        Map<String, String> left = new HashMap<>(answers);
        left.entrySet()
                .removeIf(answer ->
                        bound.containsKey(answer.getKey()) && applicants.isNumberOf(person, answer.getValue()));
        return left;
    }

    private static PersonId whose(Filer filer, Party applicant) {
        return applicant instanceof Party.Person(PersonId person) ? person : filer.person();
    }

    private static Map<String, String> known(ServiceItem item, Map<String, String> situations) {
        Map<String, String> known = new HashMap<>(situations);
        known.keySet()
                .retainAll(item.situations().stream()
                        .map(situation -> situation.id())
                        .toList());
        return known;
    }

    private static Map<String, String> asked(Form form, Map<String, String> answers) {
        Map<String, String> asked = new LinkedHashMap<>(answers);
        asked.keySet().removeIf(key -> Questionnaire.question(form, key).isEmpty());
        return asked;
    }

    private static Finding about(Material material, String key) {
        return new Finding(Finding.Part.MATERIALS, material.id(), key, List.of(material.name()));
    }
}
