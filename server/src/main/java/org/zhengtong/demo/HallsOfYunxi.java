package org.zhengtong.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.services.catalogue.PipeTable;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.Area;
import org.zhengtong.services.halls.HallPlan.Group;
import org.zhengtong.services.halls.HallPlan.Opening;
import org.zhengtong.services.halls.HallPlan.Release;
import org.zhengtong.services.halls.HallPlan.Rules;
import org.zhengtong.services.halls.HallPlan.Window;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.halls.Halls;

/** Sets the halls of the demo city up, so that they can be booked from the first start; what somebody changed stays. */
@Component
@Profile({"demo", "test"})
@Order(YunxiCity.FOUNDED + 1)
class HallsOfYunxi implements ApplicationRunner {
    private final Halls halls;
    private final HallPlans plans;

    HallsOfYunxi(Halls halls, HallPlans plans) {
        this.halls = halls;
        this.plans = plans;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<PipeTable.Row> groups = PipeTable.read("demo/hall-groups.psv").rows();
        Map<String, Body> bodies = YunxiCity.bodies();
        for (PipeTable.Row hours : PipeTable.read("demo/hall-hours.psv").rows()) {
            halls.hall(hours.get("hall"))
                    .filter(hall -> plans.plan(hall.id()).isEmpty())
                    .ifPresent(hall -> plans.put(plan(hall, hours, groups, bodies)));
        }
    }

    /** Of the city's groups those with a body in the hall; windows are numbered through. */
    private static HallPlan plan(Hall hall, PipeTable.Row hours, List<PipeTable.Row> rows, Map<String, Body> bodies) {
        List<Area> areas = new ArrayList<>();
        List<Window> windows = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        for (PipeTable.Row row : rows) {
            List<String> here = row.list("departments").stream()
                    .flatMap(department -> Optional.ofNullable(bodies.get(department)).stream())
                    .map(body -> body.uscc().value())
                    .filter(hall.bodies()::contains)
                    .toList();
            if (!here.isEmpty()) {
                int first = windows.size() + 1;
                List<Integer> numbers = IntStream.range(first, first + Integer.parseInt(row.get("windows")))
                        .boxed()
                        .toList();
                areas.add(new Area(row.get("id"), row.get("area")));
                numbers.forEach(number -> windows.add(new Window(number, row.get("id"))));
                groups.add(new Group(row.get("id"), "", row.get("name"), here, List.of(), numbers, seats(row)));
            }
        }
        Rules usual = Rules.USUAL;
        Rules rules = new Rules(
                Integer.parseInt(hours.get("slot")),
                usual.daysAhead(),
                usual.openBookings(),
                usual.misses(),
                usual.missDays(),
                usual.barredDays(),
                hours.optional("release")
                        .map(time -> new Release(LocalTime.parse(time), Integer.parseInt(hours.get("rush")))));
        return new HallPlan(hall.id(), areas, windows, groups, week(hours), List.of(), rules);
    }

    private static Map<BookingChannel, Integer> seats(PipeTable.Row row) {
        return Map.of(
                BookingChannel.PORTAL, Integer.parseInt(row.get("portal")),
                BookingChannel.API, Integer.parseInt(row.get("api")),
                BookingChannel.KIOSK, Integer.parseInt(row.get("kiosk")),
                BookingChannel.PHONE, Integer.parseInt(row.get("phone")));
    }

    private static Map<DayOfWeek, List<Opening>> week(PipeTable.Row hours) {
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(
                    day,
                    switch (day) {
                        case SATURDAY -> openings(hours.list("saturday"));
                        case SUNDAY -> openings(hours.list("sunday"));
                        default -> openings(hours.list("weekdays"));
                    });
        }
        return Collections.unmodifiableMap(week);
    }

    private static List<Opening> openings(List<String> spans) {
        return spans.stream()
                .map(span -> span.split("-", 2))
                .map(span -> new Opening(LocalTime.parse(span[0]), LocalTime.parse(span[1])))
                .toList();
    }
}
