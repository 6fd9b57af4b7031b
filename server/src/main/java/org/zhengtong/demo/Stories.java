package org.zhengtong.demo;

import static org.zhengtong.services.cases.CaseState.ACCEPTED;
import static org.zhengtong.services.cases.CaseState.CLOSED;
import static org.zhengtong.services.cases.CaseState.CORRECTION_REQUESTED;
import static org.zhengtong.services.cases.CaseState.IN_REVIEW;
import static org.zhengtong.services.cases.CaseState.NOT_ACCEPTED;
import static org.zhengtong.services.cases.CaseState.NOT_REQUIRED;
import static org.zhengtong.services.cases.CaseState.RECEIVED;
import static org.zhengtong.services.cases.CaseState.REFUSED;
import static org.zhengtong.services.cases.CaseState.REVIEWED;
import static org.zhengtong.services.cases.CaseState.SUBMITTED;
import static org.zhengtong.services.cases.CaseState.SUSPENDED;
import static org.zhengtong.services.cases.CaseState.WITHDRAWN;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.zhengtong.demo.Population.Moved;
import org.zhengtong.demo.Resident.Business;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.catalogue.Audience;
import org.zhengtong.services.catalogue.PipeTable;
import org.zhengtong.services.catalogue.ServiceItem;

/** Thinks out what was filed in the last 90 days: the personas' own matters, and a few hundred of everybody's. */
final class Stories {
    /** About 90 days. */
    private static final int OLDEST = 60;

    private static final int CASES_OF_OTHER_ITEMS = 1;

    private final Inventions inventions;
    private final List<CaseState> endings = endings();

    Stories(Inventions inventions) {
        this.inventions = inventions;
    }

    /** The oldest first. */
    List<Story> of(List<ServiceItem> items, Moved city) {
        List<Story> stories = new ArrayList<>(ofPersonas(items, city));
        Map<String, Integer> counts = new HashMap<>();
        PipeTable.read("demo/stories.psv").rows().forEach(row -> counts.put(row.get("item"), row.number("cases", 0)));
        for (ServiceItem item : items) {
            for (int i = 0; item.canBeFiled() && i < counts.getOrDefault(item.name(), CASES_OF_OTHER_ITEMS); i++) {
                stories.add(ofSomebody(item, city));
            }
        }
        stories.sort(Comparator.comparingInt(Story::age).reversed());
        return stories;
    }

    private static List<Story> ofPersonas(List<ServiceItem> items, Moved city) {
        Map<String, ServiceItem> byName = new HashMap<>();
        items.forEach(item -> byName.put(item.name(), item));
        return PipeTable.read("demo/persona-stories.psv").rows().stream()
                .map(row -> {
                    Resident agent = city.persona(row.get("persona"));
                    ServiceItem item = Objects.requireNonNull(byName.get(row.get("item")), row.get("item"));
                    return new Story(
                            item,
                            agent,
                            item.isFiledBy(Audience.FIRM) ? city.businessOf(agent) : Optional.empty(),
                            row.number("days", 0) * 5 / 7,
                            CaseState.valueOf(row.get("ends")));
                })
                .toList();
    }

    private Story ofSomebody(ServiceItem item, Moved city) {
        boolean byFirm = item.isFiledBy(Audience.FIRM) && (!item.isFiledBy(Audience.PERSON) || inventions.chance(50));
        Optional<Business> firm = byFirm ? Optional.of(inventions.pick(city.businesses())) : Optional.empty();
        Resident agent = firm.map(Business::agent).orElseGet(() -> inventions.pick(city.residents()));
        CaseState ends = ending(item);
        return new Story(item, agent, firm, age(ends, item), ends);
    }

    /** Where there are special procedures, many a review waits for one. */
    private CaseState ending(ServiceItem item) {
        CaseState ends = inventions.pick(endings);
        boolean hasProcedures = !item.further().specialProcedures().isEmpty();
        return ends == IN_REVIEW && hasProcedures && inventions.chance(50) ? SUSPENDED : ends;
    }

    /** How long ago it was filed, so that it can stand there today: some are late, as in every city. */
    private int age(CaseState ends, ServiceItem item) {
        int promised = Math.max(1, item.promisedDays());
        return switch (ends) {
            case SUBMITTED -> inventions.between(0, 3);
            case RECEIVED -> inventions.between(1, 4);
            case CORRECTION_REQUESTED -> inventions.between(2, 9);
            case ACCEPTED -> inventions.between(1, 1 + promised / 2);
            case IN_REVIEW -> inventions.between(1, promised) + (inventions.chance(15) ? 3 : 0);
            case SUSPENDED -> inventions.between(4, 12);
            case REVIEWED -> inventions.between(1, 1 + promised);
            default -> inventions.between(6, OLDEST);
        };
    }

    private static List<CaseState> endings() {
        Map<CaseState, Integer> percent = new HashMap<>();
        percent.put(SUBMITTED, 8);
        percent.put(RECEIVED, 5);
        percent.put(CORRECTION_REQUESTED, 6);
        percent.put(ACCEPTED, 6);
        percent.put(IN_REVIEW, 9);
        percent.put(SUSPENDED, 3);
        percent.put(REVIEWED, 5);
        percent.put(CLOSED, 44);
        percent.put(REFUSED, 5);
        percent.put(NOT_ACCEPTED, 4);
        percent.put(NOT_REQUIRED, 2);
        percent.put(WITHDRAWN, 3);
        List<CaseState> endings = new ArrayList<>();
        for (CaseState state : CaseState.values()) {
            for (int i = 0; i < percent.getOrDefault(state, 0); i++) {
                endings.add(state);
            }
        }
        return List.copyOf(endings);
    }
}
