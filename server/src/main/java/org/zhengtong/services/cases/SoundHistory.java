package org.zhengtong.services.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.zhengtong.services.cases.HistoryFault.Evidence;
import org.zhengtong.services.cases.HistoryFault.Kind;

/** What must be true of a case together with its steps. A function of values, as the rules are. */
public record SoundHistory(CaseReplay replay, CaseClocks clocks) {
    private static final Map<String, Function<CaseStanding, Object>> PARTS = Map.ofEntries(
            Map.entry("state", CaseStanding::state),
            Map.entry("receivedOn", CaseStanding::receivedOn),
            Map.entry("precheckedOn", standing -> day(standing.precheckedOn())),
            Map.entry("correctionAskedOn", standing -> day(standing.correctionAskedOn())),
            Map.entry("correctionUntil", standing -> day(standing.correctionUntil())),
            Map.entry("acceptedOn", standing -> day(standing.acceptedOn())),
            Map.entry("decidedOn", standing -> day(standing.decidedOn())),
            Map.entry("outcome", standing -> standing.outcome().map(Enum::name).orElse("")),
            Map.entry("deliveredOn", standing -> day(standing.deliveredOn())),
            Map.entry("pauses", CaseStanding::pauses),
            Map.entry("planned", CaseStanding::planned),
            Map.entry("extension", CaseStanding::extension),
            Map.entry("deferred", CaseStanding::deferred),
            Map.entry("signed", CaseStanding::signed),
            Map.entry("opinions", CaseStanding::opinions),
            Map.entry("renewal", CaseStanding::renewal));

    /**
     * A case as it stands in the database.
     *
     * @param due the last day of the clock that presses
     * @param licence the licence it names
     * @param issued the licences that say they were granted by it
     */
    public record Recorded(
            CaseStanding standing,
            Optional<LocalDate> due,
            Optional<UUID> licence,
            Collection<UUID> issued,
            List<CaseStep> steps) {
        public Recorded {
            issued = Set.copyOf(issued);
            steps = List.copyOf(steps);
        }
    }

    /**
     * @param givesLicence whether a grant of the item makes a licence
     * @param today the day on which the due date was last counted
     */
    public Map<Kind, List<Evidence>> faults(Recorded recorded, CaseTerms terms, boolean givesLicence, LocalDate today) {
        Map<Kind, List<Evidence>> faults = new EnumMap<>(Kind.class);
        put(faults, Kind.STEPS_MISSING, missing(recorded.steps()));
        put(faults, Kind.BACK_IN_TIME, backInTime(recorded.steps()));
        put(faults, Kind.TWO_ENDS, ends(recorded.steps()));
        licences(recorded, givesLicence, faults);
        if (!recorded.steps().isEmpty()) {
            replayed(recorded, terms, today, faults);
        }
        return faults;
    }

    private void replayed(Recorded recorded, CaseTerms terms, LocalDate today, Map<Kind, List<Evidence>> faults) {
        try {
            CaseStanding follows = replay.standing(recorded.steps(), terms);
            put(faults, Kind.OTHER_STANDING, differences(recorded.standing(), follows));
            if (follows.state().isOpen() && recorded.standing().state().isOpen()) {
                put(faults, Kind.OTHER_DUE_DATE, due(recorded, follows, terms, today));
            }
        } catch (CaseReplay.NotAllowedStep broken) {
            put(
                    faults,
                    Kind.NOT_ALLOWED,
                    List.of(new Evidence(
                            "step",
                            broken.step().number() + " " + broken.step().kind(),
                            broken.reason().name())));
        }
    }

    private List<Evidence> due(Recorded recorded, CaseStanding follows, CaseTerms terms, LocalDate today) {
        Optional<LocalDate> due = clocks.pressing(follows, terms.statutoryDays(), terms.promisedDays(), today)
                .flatMap(DueDate::due);
        return due.equals(recorded.due()) ? List.of() : List.of(new Evidence("due", day(recorded.due()), day(due)));
    }

    private static List<Evidence> differences(CaseStanding stands, CaseStanding follows) {
        return PARTS.entrySet().stream()
                .filter(part ->
                        !part.getValue().apply(stands).equals(part.getValue().apply(follows)))
                .map(part -> new Evidence(
                        part.getKey(),
                        said(part.getValue().apply(stands)),
                        said(part.getValue().apply(follows))))
                .sorted(Comparator.comparing(Evidence::what))
                .toList();
    }

    private static List<Evidence> missing(List<CaseStep> steps) {
        if (steps.isEmpty()) {
            return List.of(new Evidence("step", "", "1"));
        }
        return IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).number() != i + 1)
                .limit(1)
                .mapToObj(
                        i -> new Evidence("step", Integer.toString(steps.get(i).number()), Integer.toString(i + 1)))
                .toList();
    }

    private static List<Evidence> backInTime(List<CaseStep> steps) {
        List<Evidence> found = new ArrayList<>();
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).at().isBefore(steps.get(i - 1).at())) {
                found.add(new Evidence(
                        "step",
                        steps.get(i).number() + " " + steps.get(i).at(),
                        "≥ " + steps.get(i - 1).at()));
            }
        }
        return found;
    }

    private static List<Evidence> ends(List<CaseStep> steps) {
        List<Evidence> ends = steps.stream()
                .filter(step -> step.kind().endsCase())
                .map(step -> new Evidence("step", step.number() + " " + step.kind(), ""))
                .toList();
        return ends.size() > 1 ? ends : List.of();
    }

    /** A granted case whose item gives a licence has exactly one, which it names; no other case has one. */
    private static void licences(Recorded recorded, boolean givesLicence, Map<Kind, List<Evidence>> faults) {
        boolean due = givesLicence && recorded.standing().outcome().equals(Optional.of(Outcome.GRANTED));
        List<Evidence> issued = recorded.issued().stream()
                .map(one -> new Evidence("licence", one.toString(), ""))
                .toList();
        if (!due && (recorded.licence().isPresent() || !issued.isEmpty())) {
            put(
                    faults,
                    Kind.LICENCE_WITHOUT_GRANT,
                    issued.isEmpty()
                            ? List.of(new Evidence(
                                    "licence", recorded.licence().orElseThrow().toString(), ""))
                            : issued);
        }
        if (due && issued.size() > 1) {
            put(faults, Kind.SEVERAL_LICENCES, issued);
        }
        if (due && recorded.licence().filter(recorded.issued()::contains).isEmpty()) {
            put(
                    faults,
                    Kind.LICENCE_MISSING,
                    List.of(new Evidence(
                            "licence",
                            recorded.licence().map(UUID::toString).orElse(""),
                            recorded.issued().stream()
                                    .map(UUID::toString)
                                    .findFirst()
                                    .orElse(""))));
        }
    }

    private static void put(Map<Kind, List<Evidence>> faults, Kind kind, List<Evidence> evidence) {
        if (!evidence.isEmpty()) {
            faults.put(kind, evidence);
        }
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static String said(Object part) {
        return part instanceof Optional<?> optional
                ? optional.map(Objects::toString).orElse("")
                : part.toString();
    }
}
