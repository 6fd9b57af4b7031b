package org.zhengtong.services.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.audit.Leaf;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.privacy.Look;
import org.zhengtong.people.privacy.PersonalRecord;
import org.zhengtong.people.privacy.PersonalRecord.Entry;
import org.zhengtong.people.privacy.PersonalRecords;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseStep;
import org.zhengtong.services.cases.CaseSummary;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Form;

/** Cases of the person and of the firms they act for. They are kept as the archive rules ask (国务院令第716号 art. 13). */
@Component
@Order(10)
class CaseRecords implements PersonalRecords {
    private static final int LOOKED_THROUGH = 50;
    private static final int LOOKS_OF_ONE = 20;
    private static final Set<String> LOOKS = Set.of("cases.open", "cases.open-file");

    private final Cases cases;
    private final Catalogue catalogue;
    private final AuditTrail trail;

    CaseRecords(Cases cases, Catalogue catalogue, AuditTrail trail) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.trail = trail;
    }

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public List<PersonalRecord> of(PersonId person) {
        return cases.keptOf(person).stream()
                .map(summary -> record(cases.open(summary.id(), person)))
                .toList();
    }

    @Override
    public int count(PersonId person) {
        return cases.keptOf(person).size();
    }

    private PersonalRecord record(CaseFile file) {
        List<Entry> entries = new ArrayList<>(List.of(
                Entry.of("receipt-number", file.receiptNumber()),
                Entry.of("case-number", file.caseNumber()),
                Entry.of("applicant", file.applicantName()),
                Entry.of("body", file.bodyName()),
                Entry.of("filed", file.filedAt()),
                Entry.said("state", "cases.state." + file.state().name())));
        Form form = catalogue.item(file.item(), file.itemVersion()).form();
        file.answers()
                .forEach((field, answer) -> entries.add(
                        Entry.worded(form.field(field).map(Form.Field::label).orElse(field), answer)));
        file.steps().stream()
                .filter(step -> !step.isInternal())
                .map(CaseRecords::happened)
                .forEach(entries::add);
        return new PersonalRecord(file.itemName(), entries);
    }

    private static Entry happened(CaseStep step) {
        return Entry.happened(step.at(), "cases.step." + step.kind().name());
    }

    @Override
    public Stream<Look> looks(PersonId person) {
        return cases.keptOf(person).stream().limit(LOOKED_THROUGH).flatMap(this::looks);
    }

    private Stream<Look> looks(CaseSummary summary) {
        return trail
                .find(new AuditQuestion(
                        Optional.of(summary.id().value()),
                        Optional.of("cases."),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        LOOKS_OF_ONE))
                .stream()
                .filter(leaf -> LOOKS.contains(leaf.action()))
                .map(leaf -> look(leaf, summary));
    }

    private static Look look(Leaf leaf, CaseSummary summary) {
        return new Look(
                leaf.at(),
                leaf.actor(),
                leaf.action().equals("cases.open") ? "case" : "file",
                summary.itemName() + " " + summary.receiptNumber(),
                leaf.actor().startsWith("person:") ? "mandate" : "handling");
    }

    @Override
    public List<String> hindrances(PersonId person) {
        return cases.keptOf(person).stream().anyMatch(summary -> summary.state().isOpen())
                ? List.of("open-cases")
                : List.of();
    }

    @Override
    public Optional<String> erase(PersonId person) {
        return cases.keptOf(person).isEmpty() ? Optional.empty() : Optional.of("cases");
    }
}
