package org.zhengtong.services.instruments.internal;

import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.regions.Regions;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.PdfPaper;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseStep;
import org.zhengtong.services.cases.DueDate;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.Pause;
import org.zhengtong.services.catalogue.FilledForm;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.PlacedAddress;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Situation;

/** A case as data that explains itself: metadata, timeline, clocks and the application, in words and not by code alone. */
@Component
class CaseRecord {
    private final MessageSource messages;
    private final WorkingCalendar calendar;
    private final Regions regions;

    CaseRecord(MessageSource messages, WorkingCalendar calendar, Regions regions) {
        this.messages = messages;
        this.calendar = calendar;
        this.regions = regions;
    }

    /** Name → value; the name in Chinese is the message {@code instruments.meta.<name>} (after DA/T 46). */
    Map<String, String> metadata(CaseFile file, int documents, int files, Instant packedAt) {
        CaseStep last = file.steps().getLast();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("title", say("instruments.archive.title", file.applicantName(), file.itemName()));
        metadata.put("archivalUnit", file.bodyName());
        metadata.put("bodyCode", file.bodyUscc());
        metadata.put("caseNumber", file.caseNumber());
        metadata.put("receiptNumber", file.receiptNumber());
        metadata.put("itemCode", file.item().value());
        metadata.put("itemVersion", Integer.toString(file.itemVersion()));
        metadata.put("itemName", file.itemName());
        metadata.put("applicant", file.applicantName());
        metadata.put("channel", file.channel().name());
        metadata.put("filedOn", day(file.filedAt()));
        file.standing().acceptedOn().ifPresent(day -> metadata.put("acceptedOn", day.toString()));
        file.standing().decidedOn().ifPresent(day -> metadata.put("decidedOn", day.toString()));
        metadata.put("endedOn", day(last.at()));
        metadata.put("state", file.state().name());
        metadata.put("result", say("cases.step." + lastTold(file)));
        file.licence().ifPresent(licence -> metadata.put("licence", licence.toString()));
        metadata.put("documents", Integer.toString(documents));
        metadata.put("files", Integer.toString(files));
        metadata.put("formats", "OFD (GB/T 33190), PDF/UA (ISO 14289)");
        metadata.put("system", "Zhengtong");
        metadata.put("packedAt", packedAt.toString());
        return metadata;
    }

    /** The step that says how the case ended; delivery and closing follow from it. */
    private static String lastTold(CaseFile file) {
        return file.steps().reversed().stream()
                .filter(step -> switch (step.kind()) {
                    case CLOSED, DELIVERED -> false;
                    default -> true;
                })
                .findFirst()
                .map(step -> step.kind().name())
                .orElseThrow();
    }

    String xml(Map<String, String> metadata) {
        try {
            StringWriter text = new StringWriter();
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("metadata");
            for (Map.Entry<String, String> entry : metadata.entrySet()) {
                xml.writeCharacters("\n  ");
                xml.writeStartElement("element");
                xml.writeAttribute("name", entry.getKey());
                xml.writeAttribute("label", say("instruments.meta." + entry.getKey()));
                xml.writeCharacters(PdfPaper.printable(entry.getValue()));
                xml.writeEndElement();
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("metadata could not be written", e);
        }
    }

    List<Map<String, Object>> timeline(CaseFile file) {
        return file.steps().stream().map(this::step).toList();
    }

    private Map<String, Object> step(CaseStep step) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("number", step.number());
        told.put("at", step.at().toString());
        told.put("kind", step.kind().name());
        told.put("said", say("cases.step." + step.kind()));
        told.put("actor", step.actor());
        told.put("actorName", step.actorName());
        told.put("words", step.words());
        told.put("findings", step.findings());
        step.ground().ifPresent(ground -> told.put("ground", ground.name()));
        step.competentBody().ifPresent(body -> told.put("competentBody", body));
        told.put("facts", step.facts());
        step.document().ifPresent(number -> told.put("document", number));
        return told;
    }

    /** Each time limit with every day that counted. */
    List<Map<String, Object>> clocks(CaseFile file) {
        return file.clocks().stream().map(this::clock).toList();
    }

    private Map<String, Object> clock(DueDate clock) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kind", clock.kind().name());
        told.put("name", say("cases.clock." + clock.kind()));
        told.put("article", say("cases.clock." + clock.kind() + ".article"));
        told.put("start", clock.start().toString());
        told.put("workingDays", clock.days());
        clock.due().ifPresent(due -> told.put("due", due.toString()));
        clock.endedOn().ifPresent(day -> told.put("endedOn", day.toString()));
        told.put("daysLeft", clock.daysLeft());
        told.put("pauses", clock.pauses().stream().map(CaseRecord::pause).toList());
        clock.extension()
                .ifPresent(extension -> told.put(
                        "extension",
                        Map.of("days", extension.days(), "on", extension.on().toString())));
        told.put("calendar", clock.calendarVersion());
        clock.due().ifPresent(due -> told.put("workingDaysUntilDue", counted(clock.start(), due)));
        return told;
    }

    private static Map<String, Object> pause(Pause pause) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kind", pause.kind().name());
        told.put("from", pause.from().toString());
        told.put("workingDays", pause.days());
        pause.until().ifPresent(day -> told.put("until", day.toString()));
        return told;
    }

    private List<String> counted(LocalDate start, LocalDate due) {
        return start.plusDays(1)
                .datesUntil(due.plusDays(1))
                .filter(calendar::isWorkingDay)
                .map(LocalDate::toString)
                .toList();
    }

    /** @param paths where the files stand in the package */
    Map<String, Object> application(CaseFile file, ServiceItem item, Map<UUID, String> paths) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put(
                "situations",
                item.situations().stream()
                        .flatMap(situation -> situation(situation, file).stream())
                        .toList());
        told.put(
                "form",
                FilledForm.of(item.form(), file.answers()).entries().stream()
                        .map(entry -> Map.of(
                                "title",
                                entry.title(),
                                "answers",
                                entry.lines().stream()
                                        .map(line -> Map.of(
                                                "field",
                                                line.asked().key(),
                                                "label",
                                                line.asked().field().label(),
                                                "answer",
                                                answer(line, paths)))
                                        .toList()))
                        .toList());
        told.put(
                "materials",
                file.materials().stream()
                        .map(material -> material(material, item, paths))
                        .toList());
        return told;
    }

    private static Optional<Map<String, String>> situation(Situation situation, CaseFile file) {
        return situation.answers().stream()
                .filter(answer -> answer.id().equals(file.situations().get(situation.id())))
                .map(Situation.Answer::text)
                .findFirst()
                .map(answer -> Map.of("question", situation.question(), "answer", answer));
    }

    private String answer(FilledForm.Line line, Map<UUID, String> paths) {
        return switch (line.asked().field().kind()) {
            case FILE -> paths.getOrDefault(UUID.fromString(line.answer()), line.answer());
            case DIVISION_ADDRESS ->
                PlacedAddress.parse(line.answer())
                        .map(place -> place.text(regions))
                        .orElse(line.answer());
            default -> line.answer();
        };
    }

    private static Map<String, Object> material(HandedIn material, ServiceItem item, Map<UUID, String> paths) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("material", material.material());
        told.put("name", item.materialName(material.material()));
        switch (material) {
            case HandedIn.Uploaded(String _, UUID file) ->
                told.put("file", Objects.requireNonNullElse(paths.get(file), file.toString()));
            case HandedIn.ByLicence(String _, UUID licence) -> told.put("licence", licence.toString());
            case HandedIn.Generated _ -> told.put("generated", true);
            case HandedIn.Promised _ -> told.put("promised", true);
        }
        return told;
    }

    /** Ids of all files of the case, in the order people handed them in. */
    static List<UUID> files(CaseFile file, ServiceItem item) {
        List<UUID> files = new ArrayList<>();
        file.materials().forEach(material -> {
            if (material instanceof HandedIn.Uploaded(String _, UUID id)) {
                files.add(id);
            }
        });
        FilledForm.of(item.form(), file.answers()).entries().stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.asked().field().kind() == Form.Kind.FILE)
                .map(line -> UUID.fromString(line.answer()))
                .forEach(files::add);
        return files.stream().distinct().toList();
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, Page.ZONE).toString();
    }

    private String say(String key, Object... values) {
        return Objects.requireNonNull(messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE));
    }
}
