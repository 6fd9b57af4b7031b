package org.zhengtong.services.halls.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.Area;
import org.zhengtong.services.halls.HallPlan.Group;
import org.zhengtong.services.halls.HallPlan.Window;
import org.zhengtong.services.halls.PlanDesk;

/** The system administrator's desk: the areas of a hall with their windows, and the groups who serves what. */
@Controller
@RequestMapping("/desk/halls/{hall}")
class FloorPages {
    private static final String NEW = "new";
    private static final int LONGEST_NAME = 30;
    private static final int MOST_SEATS = 500;

    private final PlanDesk desk;
    private final PlanPage page;
    private final Identifiers identifiers;

    FloorPages(PlanDesk desk, PlanPage page, Identifiers identifiers) {
        this.desk = desk;
        this.page = page;
        this.identifiers = identifiers;
    }

    @GetMapping("/areas/{area}")
    String area(StaffMember me, @PathVariable String hall, @PathVariable String area, Model model) {
        HallPlan plan = desk.plan(me, hall).plan();
        if (!area.equals(NEW) && plan.areas().stream().noneMatch(one -> one.id().equals(area))) {
            throw Problem.notFound("halls.unknown-part");
        }
        model.addAttribute("part", area);
        return page.show(me, hall, "plan-area", List.of(), Map.of(), "", model);
    }

    @PostMapping("/areas/{area}")
    String changeArea(
            StaffMember me,
            @PathVariable String hall,
            @PathVariable String area,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        HallPlan plan = desk.plan(me, hall).plan();
        List<WrongField> wrong = new ArrayList<>();
        String name = name(typed, wrong);
        Optional<List<Integer>> numbers = numbers(typed, wrong);
        model.addAttribute("part", area);
        if (!wrong.isEmpty()) {
            return page.wrong(me, hall, "plan-area", wrong, typed, response, model);
        }
        Area changed = new Area(area.equals(NEW) ? identifiers.next().toString() : area, name);
        List<Window> windows = Stream.concat(
                        plan.windows().stream().filter(window -> !window.area().equals(changed.id())),
                        numbers.orElseThrow().stream().map(number -> new Window(number, changed.id())))
                .sorted(Comparator.comparingInt(Window::number))
                .toList();
        return page.change(
                me,
                version,
                with(plan, put(plan.areas(), changed, Area::id), windows, plan.groups()),
                "plan-area",
                "windows",
                typed,
                response,
                model);
    }

    @PostMapping("/areas/{area}/removal")
    String removeArea(
            StaffMember me,
            @PathVariable String hall,
            @PathVariable String area,
            @RequestParam(defaultValue = "0") int version,
            HttpServletResponse response,
            Model model) {
        HallPlan plan = desk.plan(me, hall).plan();
        model.addAttribute("part", area);
        return page.change(
                me,
                version,
                with(
                        plan,
                        plan.areas().stream()
                                .filter(one -> !one.id().equals(area))
                                .toList(),
                        plan.windows().stream()
                                .filter(window -> !window.area().equals(area))
                                .toList(),
                        plan.groups()),
                "plan-area",
                "windows",
                Map.of(),
                response,
                model);
    }

    @GetMapping("/groups/{group}")
    String group(StaffMember me, @PathVariable String hall, @PathVariable String group, Model model) {
        Group found = found(desk.plan(me, hall).plan(), group);
        model.addAttribute("part", found);
        return page.show(me, hall, "plan-group", List.of(), Map.of(), "", model);
    }

    private static Group found(HallPlan plan, String group) {
        return group.equals(NEW)
                ? new Group(NEW, "", "", List.of(), List.of(), List.of(), Map.of())
                : plan.group(group).orElseThrow(() -> Problem.notFound("halls.unknown-part"));
    }

    @PostMapping("/groups/{group}")
    String changeGroup(
            StaffMember me,
            @PathVariable String hall,
            @PathVariable String group,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") List<String> bodies,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        HallPlan plan = desk.plan(me, hall).plan();
        List<WrongField> wrong = new ArrayList<>();
        String name = name(typed, wrong);
        Optional<List<Integer>> numbers = numbers(typed, wrong);
        List<String> items = Stream.of(typed.getOrDefault("items", "").split("[\\s,，、]+"))
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
        Map<BookingChannel, Integer> seats = new EnumMap<>(BookingChannel.class);
        for (BookingChannel channel : BookingChannel.values()) {
            String text = typed.getOrDefault(channel.name(), "0").strip();
            if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= MOST_SEATS) {
                seats.put(channel, Integer.parseInt(text));
            } else {
                wrong.add(new WrongField(channel.name(), "halls.wrong.number", 0, MOST_SEATS));
            }
        }
        Group before = found(plan, group);
        Group typedGroup =
                new Group(before.id(), before.letter(), name, bodies, items, numbers.orElse(List.of()), seats);
        model.addAttribute("part", typedGroup);
        if (!wrong.isEmpty()) {
            return page.wrong(me, hall, "plan-group", wrong, typed, response, model);
        }
        Group changed = group.equals(NEW)
                ? new Group(identifiers.next().toString(), "", name, bodies, items, typedGroup.windows(), seats)
                : typedGroup;
        return page.change(
                me,
                version,
                with(plan, plan.areas(), plan.windows(), put(plan.groups(), changed, Group::id)),
                "plan-group",
                "name",
                typed,
                response,
                model);
    }

    @PostMapping("/groups/{group}/removal")
    String removeGroup(
            StaffMember me,
            @PathVariable String hall,
            @PathVariable String group,
            @RequestParam(defaultValue = "0") int version,
            HttpServletResponse response,
            Model model) {
        HallPlan plan = desk.plan(me, hall).plan();
        model.addAttribute("part", found(plan, group));
        return page.change(
                me,
                version,
                with(
                        plan,
                        plan.areas(),
                        plan.windows(),
                        plan.groups().stream()
                                .filter(one -> !one.id().equals(group))
                                .toList()),
                "plan-group",
                "name",
                Map.of(),
                response,
                model);
    }

    private static String name(Map<String, String> typed, List<WrongField> wrong) {
        String name = PlainText.tidy(typed.getOrDefault("name", ""));
        PlainText.checkRequired("name", name, LONGEST_NAME, "halls.wrong.name").ifPresent(wrong::add);
        return name;
    }

    private static Optional<List<Integer>> numbers(Map<String, String> typed, List<WrongField> wrong) {
        Optional<List<Integer>> numbers = TypedNumbers.parse(typed.getOrDefault("windows", ""));
        if (numbers.isEmpty()) {
            wrong.add(new WrongField("windows", "halls.wrong.windows"));
        }
        return numbers;
    }

    /** In the place of the one with the same id, or at the end. */
    private static <T> List<T> put(List<T> parts, T changed, java.util.function.Function<T, String> id) {
        boolean known = parts.stream().anyMatch(one -> id.apply(one).equals(id.apply(changed)));
        return known
                ? parts.stream()
                        .map(one -> id.apply(one).equals(id.apply(changed)) ? changed : one)
                        .toList()
                : Stream.concat(parts.stream(), Stream.of(changed)).toList();
    }

    private static HallPlan with(HallPlan plan, List<Area> areas, List<Window> windows, List<Group> groups) {
        return new HallPlan(plan.hall(), areas, windows, groups, plan.week(), plan.specialDays(), plan.rules());
    }
}
