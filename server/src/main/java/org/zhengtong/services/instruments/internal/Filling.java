package org.zhengtong.services.instruments.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.web.Page;
import org.zhengtong.services.cases.CaseDocument;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseReplay;
import org.zhengtong.services.cases.CaseRules;
import org.zhengtong.services.cases.CaseStanding;
import org.zhengtong.services.cases.CaseStep;
import org.zhengtong.services.cases.CaseTerms;
import org.zhengtong.services.cases.Deferral;
import org.zhengtong.services.cases.Delivered;
import org.zhengtong.services.cases.DocumentKind;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.instruments.Placeholder;

/**
 * What a document of a case has to say, as the case stood when its step was made: a document that is written down later
 * says the same. Documents speak Chinese to everybody.
 */
@Component
class Filling {
    private static final Locale SPOKEN = Locale.SIMPLIFIED_CHINESE;

    /** Steps after which a case no longer holds what it was filed with. */
    private static final Set<StepKind> CHANGING =
            EnumSet.of(StepKind.RESUBMITTED, StepKind.CORRECTED, StepKind.SUPPLIED);

    private final Catalogue catalogue;
    private final CaseReplay replay;
    private final WorkingCalendar calendar;
    private final MessageSource messages;

    Filling(Catalogue catalogue, CaseReplay replay, WorkingCalendar calendar, MessageSource messages) {
        this.catalogue = catalogue;
        this.replay = replay;
        this.calendar = calendar;
        this.messages = messages;
    }

    Map<Placeholder, List<String>> values(CaseFile file, CaseDocument document) {
        ServiceItem item = catalogue.item(file.item(), file.itemVersion());
        Map<Placeholder, List<String>> values = new EnumMap<>(Placeholder.class);
        common(file, values);
        step(file, document, item, values);
        standing(file, document, item, values);
        return values;
    }

    private void common(CaseFile file, Map<Placeholder, List<String>> values) {
        LocalDate filedOn = LocalDate.ofInstant(file.filedAt(), Page.ZONE);
        put(values, Placeholder.APPLICANT, file.applicantName());
        put(values, Placeholder.ITEM, file.itemName());
        put(values, Placeholder.RECEIPT_NUMBER, file.receiptNumber());
        put(values, Placeholder.FILED_ON, date(filedOn));
        put(values, Placeholder.BODY, file.bodyName());
        put(values, Placeholder.STATUTORY_DAYS, days(file.statutoryDays()));
        put(values, Placeholder.PROMISED_DAYS, days(file.promisedDays()));
        put(values, Placeholder.ANSWER_BY, date(calendar.after(filedOn, CaseRules.DAYS_TO_ACCEPT)));
        put(values, Placeholder.REMEDIES, say("instruments.remedies"));
    }

    private void step(CaseFile file, CaseDocument document, ServiceItem item, Map<Placeholder, List<String>> values) {
        CaseStep step = document.step();
        values.put(
                Placeholder.FINDINGS,
                step.findings().stream()
                        .map(finding -> say("instruments.finding", finding.name(), finding.wrong(), finding.remedy()))
                        .toList());
        put(values, Placeholder.REASON, step.words());
        put(values, Placeholder.WORDS, step.words());
        step.ground().ifPresent(ground -> put(values, Placeholder.GROUND, say("instruments.ground." + ground)));
        step.competentBody().ifPresent(body -> put(values, Placeholder.COMPETENT_BODY, body));
        CaseReplay.procedure(step).ifPresent(procedure -> {
            put(values, Placeholder.PROCEDURE, say("catalogue.procedure." + procedure.kind()));
            put(values, Placeholder.PROCEDURE_FROM, date(procedure.from()));
            put(values, Placeholder.PROCEDURE_DAYS, days(procedure.days()));
        });
        if (document.kind() == DocumentKind.TRANSFER_NOTICE) {
            put(values, Placeholder.SUCCESSOR_BODY, CaseReplay.successor(step).bodyName());
            put(values, Placeholder.SUCCESSOR_NUMBER, CaseReplay.successor(step).receiptNumber());
        }
        if (document.kind() == DocumentKind.EXTENSION_NOTICE) {
            put(
                    values,
                    Placeholder.EXTENSION_DAYS,
                    say("instruments.days", step.facts().getOrDefault("days", "")));
        }
        if (document.kind() == DocumentKind.RECEIPT) {
            values.put(Placeholder.HANDED_IN, handedIn(file, item));
        }
        if (document.kind() == DocumentKind.DELIVERY_RECEIPT) {
            values.put(Placeholder.DELIVERED, delivered(file, step));
            put(values, Placeholder.DELIVERED_ON, date(LocalDate.ofInstant(step.at(), Page.ZONE)));
            put(values, Placeholder.COLLECTED_BY, collector(step));
        }
    }

    private void standing(
            CaseFile file, CaseDocument document, ServiceItem item, Map<Placeholder, List<String>> values) {
        List<CaseStep> until = file.steps().stream()
                .filter(step -> step.number() <= document.step().number())
                .toList();
        CaseStanding then = replay.standing(until, CaseTerms.of(item));
        then.acceptedOn().ifPresent(day -> put(values, Placeholder.ACCEPTED_ON, date(day)));
        then.correctionUntil().ifPresent(day -> put(values, Placeholder.CORRECTION_UNTIL, date(day)));
        values.put(
                Placeholder.DEFERRED,
                then.deferred().stream().map(one -> deferred(one, item)).toList());
    }

    /** The material, the form it must have, and the day it must be there. */
    private String deferred(Deferral deferral, ServiceItem item) {
        Optional<Material> material = item.materials().stream()
                .filter(one -> one.id().equals(deferral.material()))
                .findFirst();
        String form = material.map(one -> Stream.of(one.copies(), one.format())
                        .filter(words -> !words.isBlank())
                        .reduce((one1, two) -> say("instruments.and", one1, two))
                        .orElse(""))
                .orElse("");
        String name = item.materialName(deferral.material());
        return form.isEmpty()
                ? say("instruments.deferred", name, date(deferral.until()))
                : say("instruments.deferred.form", name, form, date(deferral.until()));
    }

    private List<String> handedIn(CaseFile file, ServiceItem item) {
        if (file.steps().stream().anyMatch(step -> CHANGING.contains(step.kind()))) {
            return List.of();
        }
        return file.materials().stream()
                .filter(material -> !(material instanceof HandedIn.Promised))
                .map(HandedIn::material)
                .distinct()
                .map(id -> HandedIn.isSignedPaper(id) ? say("cases.materials." + id) : item.materialName(id))
                .toList();
    }

    private List<String> delivered(CaseFile file, CaseStep delivery) {
        return CaseDocument.of(file).stream()
                .filter(one -> one.step().number() < delivery.number())
                .filter(one -> one.kind() == DocumentKind.GRANT_DECISION || one.kind() == DocumentKind.REFUSAL_DECISION)
                .map(one -> say("instruments.delivered", say("instruments.kind." + one.kind()), one.number()))
                .toList();
    }

    /** Empty when nobody came for it. */
    private String collector(CaseStep delivery) {
        String receiver = delivery.facts().getOrDefault(Delivered.RECEIVER, "");
        String relation = delivery.facts().getOrDefault(Delivered.AGENT_RELATION, "");
        return relation.isEmpty()
                ? receiver
                : say(
                        "instruments.collected-by-agent",
                        receiver,
                        say("cases.relation." + relation),
                        delivery.facts().getOrDefault(Delivered.AGENT_NUMBER, ""));
    }

    private String days(int days) {
        return say("instruments.days", Integer.toString(days));
    }

    private String date(LocalDate day) {
        return DateTimeFormatter.ofPattern(say("instruments.date"), SPOKEN).format(day);
    }

    private String say(String key, Object... values) {
        return Objects.requireNonNull(messages.getMessage(key, values, SPOKEN));
    }

    private static void put(Map<Placeholder, List<String>> values, Placeholder placeholder, String words) {
        if (!words.isBlank()) {
            values.put(placeholder, List.of(oneLine(words)));
        }
    }

    /** What is filled in stands within a line. */
    private static String oneLine(String words) {
        return words.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
