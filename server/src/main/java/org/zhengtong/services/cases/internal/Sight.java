package org.zhengtong.services.cases.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.people.organisation.ItemScope;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseState;

/** Which cases of a body a member of staff sees in a list: by their states, and by the items their roles are held for. */
record Sight(List<Part> parts) {

    /** @param states never empty */
    record Part(Set<CaseState> states, ItemScope items) {
        Part {
            states = Set.copyOf(states);
        }
    }

    Sight {
        parts = List.copyOf(parts);
    }

    static Sight of(Set<CaseState> states, ItemScope items) {
        return new Sight(states.isEmpty() ? List.of() : List.of(new Part(states, items)));
    }

    /** What their roles can act on. */
    static Sight acting(StaffMember staff) {
        return new Sight(staff.duties().entrySet().stream()
                .filter(duty -> !StaffDuties.statesOf(duty.getKey()).isEmpty())
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        Collectors.flatMapping(
                                duty -> StaffDuties.statesOf(duty.getKey()).stream(),
                                Collectors.toCollection(() -> EnumSet.noneOf(CaseState.class)))))
                .entrySet()
                .stream()
                .map(of -> new Part(of.getValue(), of.getKey()))
                .toList());
    }

    /** What they may read in these states. Who keeps the catalogue keeps the archive, and sees what has ended. */
    static Sight reading(StaffMember staff, Set<CaseState> states) {
        if (StaffDuties.readsCases(staff.roles())) {
            return of(states, staff.items());
        }
        Set<CaseState> ended = states.stream()
                .filter(state -> staff.has(Role.CATALOGUE) && !state.isOpen())
                .collect(Collectors.toSet());
        return of(ended, ItemScope.ALL);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    Set<CaseState> states() {
        return parts.stream().flatMap(part -> part.states().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The items of all parts together. */
    ItemScope items() {
        return parts.stream().map(Part::items).reduce(ItemScope::with).orElse(ItemScope.ALL);
    }

    /** On the columns {@code state} and {@code item} of cases in {@link #states()}; what it names is given by {@link #bind}. */
    String condition() {
        return parts.stream().allMatch(part -> part.items().isAll())
                ? "true"
                : IntStream.range(0, parts.size())
                        .mapToObj(at -> parts.get(at).items().isAll()
                                ? "state in (:states%d)".formatted(at)
                                : "state in (:states%1$d) and item in (:items%1$d)".formatted(at))
                        .collect(Collectors.joining(" or ", "(", ")"));
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        JdbcClient.StatementSpec bound = statement.param("states", names(states()));
        for (int at = 0; at < parts.size(); at++) {
            bound = bound.param("states" + at, names(parts.get(at).states()))
                    .param("items" + at, List.copyOf(parts.get(at).items().items()));
        }
        return bound;
    }

    private static List<String> names(Set<CaseState> states) {
        return states.stream().map(Enum::name).sorted().toList();
    }
}
