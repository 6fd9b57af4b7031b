package org.zhengtong.services.transfer.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhengtong.ground.web.Page;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseStep;
import org.zhengtong.services.cases.DueDate;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.Pause;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.systems.Evaluation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the rows of a case are made of: one document for each row, with everything of the case and what is the row's own.
 *
 * @param people as the profile may see them
 * @param stages what steps are called, for where nothing may be said of them
 * @param fileNames names of files; empty when they may not go out
 */
record CaseDocument(
        CaseFile file,
        ServiceItem item,
        Optional<Licence> licence,
        List<Evaluation> evaluations,
        ExchangedPeople.People people,
        boolean masked,
        Map<String, String> stages,
        Map<UUID, String> fileNames) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Set<StepKind> ANSWERS =
            EnumSet.of(StepKind.ACCEPTED, StepKind.COUNTED_AS_ACCEPTED, StepKind.NOT_ACCEPTED, StepKind.NOT_REQUIRED);
    /** The tables of cases are of what the body has answered. */
    static boolean isAnswered(CaseFile file) {
        return file.steps().stream().anyMatch(step -> ANSWERS.contains(step.kind()));
    }

    List<ObjectNode> sources(String table) {
        return switch (table) {
            case "UP_PRO_ACCEPT" -> List.of(whole("accept", ""));
            case "UP_PRO_PROCESS" -> file.steps().stream().map(this::process).toList();
            case "UP_PRO_SPECIALPROCEDURE" -> procedures();
            case "UP_PRO_RESULT" -> result();
            case "UP_PRO_MATERIAL" -> materials();
            case "UP_PRO_EVALUATE" -> evaluations.stream().map(this::evaluated).toList();
            default -> throw new IllegalStateException("no source for the table " + table);
        };
    }

    private ObjectNode whole(String row, String part) {
        ObjectNode whole = JSON.objectNode();
        whole.put("@guid", guid(row));
        whole.put("@part", part);
        whole.put("caseNumber", file.caseNumber());
        whole.put("item", file.item().value());
        whole.put("baseCode", item.baseCode());
        whole.put("itemVersion", file.itemVersion());
        whole.put("itemName", file.itemName());
        whole.put("instant", item.instant());
        whole.put("channel", file.channel().name());
        whole.put("filedAt", time(file.filedAt()));
        whole.put("body", file.bodyUscc());
        whole.put("bodyName", file.bodyName());
        people.write(whole);
        CaseStep answer = file.steps().stream()
                .filter(step -> ANSWERS.contains(step.kind()))
                .findFirst()
                .orElseThrow();
        whole.put("acceptedAt", time(answer.at()));
        whole.put("acceptedBy", by(answer));
        answer.document().ifPresent(number -> whole.put("acceptDocument", number));
        file.clocks().stream()
                .filter(clock -> clock.kind() == DueDate.Kind.PROMISED)
                .flatMap(clock -> clock.due().stream())
                .findFirst()
                .ifPresent(day -> whole.put("promisedAt", endOf(day)));
        return whole;
    }

    private ObjectNode process(CaseStep step) {
        ObjectNode source = whole("step " + step.number(), Integer.toString(step.number()));
        ObjectNode own = source.putObject("step");
        own.put("kind", step.kind().name());
        own.put("by", by(step));
        own.put("at", time(step.at()));
        own.put("begunAt", time(before(step)));
        own.put("words", said(step));
        step.document().ifPresent(number -> own.put("document", number));
        return source;
    }

    /** A step begins where the one before it ended. */
    private Instant before(CaseStep step) {
        return step.number() == 1
                ? step.at()
                : file.steps().get(step.number() - 2).at();
    }

    private List<ObjectNode> procedures() {
        List<ObjectNode> sources = new ArrayList<>();
        List<CaseStep> ends = file.steps().stream()
                .filter(step -> step.kind() == StepKind.RESUMED)
                .toList();
        int number = 0;
        for (Pause pause : file.standing().pauses()) {
            if (pause.until().isPresent() && number < ends.size()) {
                CaseStep end = ends.get(number);
                ObjectNode source = whole("procedure " + number, Integer.toString(end.number()));
                ObjectNode own = source.putObject("procedure");
                own.put("kind", pause.kind().name());
                own.put("from", startOf(pause.from()));
                own.put("until", time(end.at()));
                own.put("by", by(end));
                own.put("result", said(end));
                sources.add(source);
            }
            number++;
        }
        return sources;
    }

    private List<ObjectNode> result() {
        Optional<CaseStep> end =
                file.steps().stream().filter(step -> step.kind().endsCase()).findFirst();
        return end.map(step -> {
                    ObjectNode source = whole("result", Integer.toString(step.number()));
                    ObjectNode own = source.putObject("result");
                    own.put("kind", step.kind().name());
                    own.put("at", time(step.at()));
                    own.put("by", by(step));
                    own.put("words", said(step));
                    own.put("posted", false);
                    licence.ifPresent(issued -> {
                        own.put("licenceName", issued.type());
                        own.put("licenceNumber", issued.number());
                    });
                    evaluations.stream()
                            .filter(Evaluation::given)
                            .reduce((_, last) -> last)
                            .ifPresent(
                                    last -> own.put("satisfaction", last.level().name()));
                    return List.of(source);
                })
                .orElse(List.of());
    }

    private List<ObjectNode> materials() {
        Map<String, String> names =
                item.materials().stream().collect(Collectors.toMap(Material::id, Material::name, (first, _) -> first));
        Map<String, List<HandedIn>> handed = file.materials().stream()
                .filter(one -> names.containsKey(one.material()))
                .collect(Collectors.groupingBy(HandedIn::material, LinkedHashMap::new, Collectors.toList()));
        List<ObjectNode> sources = new ArrayList<>();
        handed.forEach((id, all) -> {
            ObjectNode source = whole("material " + id, "");
            ObjectNode own = source.putObject("material");
            own.put("name", names.getOrDefault(id, ""));
            own.put("way", way(all.getFirst()));
            own.put("count", all.size());
            ArrayNode files = own.putArray("files");
            all.stream()
                    .flatMap(one -> one instanceof HandedIn.Uploaded(String _, UUID kept)
                            ? Optional.ofNullable(fileNames.get(kept)).stream()
                            : java.util.stream.Stream.<String>empty())
                    .forEach(files::add);
            sources.add(source);
        });
        return sources;
    }

    private static String way(HandedIn handed) {
        return switch (handed) {
            case HandedIn.Uploaded _ -> "UPLOADED";
            case HandedIn.ByLicence _ -> "LICENCE";
            case HandedIn.Generated _ -> "GENERATED";
            case HandedIn.Promised _ -> "PROMISED";
        };
    }

    private ObjectNode evaluated(Evaluation evaluation) {
        ObjectNode source = whole("evaluation " + evaluation.number(), evaluation.number());
        ObjectNode own = source.putObject("evaluation");
        own.put("number", evaluation.number());
        own.put("level", evaluation.level().name());
        own.put("stage", evaluation.stage().name());
        own.put("way", evaluation.way().name());
        own.put("byDefault", !evaluation.given());
        own.put("at", time(evaluation.ratedAt()));
        ArrayNode indicators = own.putArray("indicators");
        evaluation.indicators().forEach(indicators::add);
        return source;
    }

    /** The applicant's steps are told as theirs, the program's own as the body's. */
    private String by(CaseStep step) {
        if (step.actor().startsWith("person:")) {
            return people.applicantName();
        }
        return step.actorName().isBlank() ? file.bodyName() : step.actorName();
    }

    private String said(CaseStep step) {
        String stage = stages.getOrDefault(step.kind().name(), "");
        return masked || step.words().isBlank() ? stage : step.words();
    }

    /** The same thing has the same identifier whenever it is sent. */
    private String guid(String row) {
        return UUID.nameUUIDFromBytes(("case " + row + " " + file.id().value()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(Page.ZONE));
    }

    private static String startOf(LocalDate day) {
        return TIME.format(day.atStartOfDay());
    }

    private static String endOf(LocalDate day) {
        return TIME.format(day.atTime(23, 59, 59));
    }

    static List<UUID> files(CaseFile file) {
        return file.materials().stream()
                .flatMap(one -> one instanceof HandedIn.Uploaded(String _, UUID kept)
                        ? java.util.stream.Stream.of(kept)
                        : java.util.stream.Stream.<UUID>empty())
                .toList();
    }

    @Override
    public Map<UUID, String> fileNames() {
        return Collections.unmodifiableMap(fileNames);
    }
}
