package org.zhengtong.services.halls;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhengtong.services.halls.HallPlan.Area;
import org.zhengtong.services.halls.HallPlan.Group;
import org.zhengtong.services.halls.HallPlan.Opening;
import org.zhengtong.services.halls.HallPlan.SpecialDay;
import org.zhengtong.services.halls.HallPlan.Window;

/** Looks through a plan. */
final class PlanCheck {
    private static final int USCC = 18;
    private final HallPlan plan;
    private final List<HallFault> faults = new ArrayList<>();

    PlanCheck(HallPlan plan) {
        this.plan = plan;
    }

    List<HallFault> faults(Collection<String> bodies) {
        hours();
        specialDays();
        floor();
        plan.groups().forEach(group -> group(group, bodies));
        matters(bodies);
        return List.copyOf(faults);
    }

    private void hours() {
        if (plan.rules().release().isPresent() && plan.rules().daysAhead() == 0) {
            faults.add(new HallFault.ReleaseOnTheDay());
        }
        if (plan.week().values().stream().allMatch(List::isEmpty)) {
            faults.add(new HallFault.NeverOpen());
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Opening> openings = plan.week().getOrDefault(day, List.of());
            if (openings.stream().anyMatch(Opening::isBackwards)) {
                faults.add(new HallFault.HoursBackwards(day));
            } else if (overlap(openings)) {
                faults.add(new HallFault.HoursOverlap(day));
            } else if (!openings.isEmpty() && openings.stream().noneMatch(this::takesASlot)) {
                faults.add(new HallFault.SlotTooLong(day));
            }
        }
    }

    private boolean takesASlot(Opening opening) {
        int minutes = (opening.until().toSecondOfDay() - opening.from().toSecondOfDay()) / 60;
        return minutes >= plan.rules().slotMinutes();
    }

    private static boolean overlap(List<Opening> openings) {
        for (int i = 0; i < openings.size(); i++) {
            for (int j = i + 1; j < openings.size(); j++) {
                if (openings.get(i).overlaps(openings.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void specialDays() {
        twice(plan.specialDays().stream().map(SpecialDay::day))
                .forEach(day -> faults.add(new HallFault.SpecialDayTwice(day)));
        for (SpecialDay special : plan.specialDays()) {
            if (special.openings().stream().anyMatch(Opening::isBackwards)) {
                faults.add(new HallFault.SpecialHoursBackwards(special.day()));
            } else if (overlap(special.openings())) {
                faults.add(new HallFault.SpecialHoursOverlap(special.day()));
            }
        }
    }

    private void floor() {
        twice(plan.areas().stream().map(Area::name)).forEach(area -> faults.add(new HallFault.AreaTwice(area)));
        twice(plan.windows().stream().map(Window::number))
                .forEach(window -> faults.add(new HallFault.WindowTwice(window)));
        Set<String> areas = plan.areas().stream().map(Area::id).collect(Collectors.toSet());
        plan.windows().stream()
                .filter(window -> !areas.contains(window.area()))
                .forEach(window -> faults.add(new HallFault.WindowInUnknownArea(window.number(), window.area())));
    }

    private void group(Group group, Collection<String> bodies) {
        if (group.windows().isEmpty()) {
            faults.add(new HallFault.GroupWithoutWindows(group.name()));
        }
        group.windows().stream()
                .distinct()
                .filter(number -> plan.windows().stream().noneMatch(window -> window.number() == number))
                .forEach(number -> faults.add(new HallFault.GroupAtUnknownWindow(group.name(), number)));
        if (group.bodies().isEmpty() && group.items().isEmpty()) {
            faults.add(new HallFault.GroupWithoutMatters(group.name()));
        }
        if (group.seats().values().stream().noneMatch(seats -> seats > 0)) {
            faults.add(new HallFault.GroupWithoutSeats(group.name()));
        }
        group.bodies().stream()
                .filter(body -> !bodies.contains(body))
                .forEach(body -> faults.add(new HallFault.BodyNotHere(group.name(), body)));
        group.items().stream()
                .filter(item -> item.length() < USCC || !bodies.contains(bodyOf(item)))
                .forEach(item -> faults.add(new HallFault.ItemNotHere(group.name(), item)));
    }

    private void matters(Collection<String> bodies) {
        if (plan.groups().isEmpty()) {
            faults.add(new HallFault.NoGroups());
        }
        twice(plan.groups().stream().map(Group::name)).forEach(group -> faults.add(new HallFault.GroupTwice(group)));
        twice(plan.groups().stream().flatMap(group -> group.bodies().stream().distinct()))
                .forEach(body -> faults.add(new HallFault.BodyInTwoGroups(body)));
        twice(plan.groups().stream().flatMap(group -> group.items().stream().distinct()))
                .forEach(item -> faults.add(new HallFault.ItemInTwoGroups(item)));
        bodies.stream()
                .filter(body -> plan.groups().stream().noneMatch(group -> serves(group, body)))
                .forEach(body -> faults.add(new HallFault.BodyInNoGroup(body)));
    }

    private static boolean serves(Group group, String body) {
        return group.bodies().contains(body)
                || group.items().stream()
                        .anyMatch(item -> item.length() > USCC && bodyOf(item).equals(body));
    }

    /** An implementation code begins with its body's code. */
    private static String bodyOf(String item) {
        return item.substring(0, USCC);
    }

    private static <T> List<T> twice(Stream<T> all) {
        Set<T> seen = new HashSet<>();
        return all.filter(one -> !seen.add(one)).distinct().toList();
    }
}
