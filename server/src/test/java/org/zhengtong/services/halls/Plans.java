package org.zhengtong.services.halls;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhengtong.services.halls.HallPlan.Area;
import org.zhengtong.services.halls.HallPlan.Group;
import org.zhengtong.services.halls.HallPlan.Opening;
import org.zhengtong.services.halls.HallPlan.Rules;
import org.zhengtong.services.halls.HallPlan.Window;

/** Halls for tests, each open from Monday to Friday with one group. */
public final class Plans {
    private static final AtomicInteger COUNT = new AtomicInteger();
    public static final Rules RULES = new Rules(30, 14, 2, 2, 90, 30);

    private Plans() {}

    public static Hall hall(String... bodies) {
        int one = COUNT.incrementAndGet();
        return new Hall(
                "test-" + one,
                "第" + one + "测试大厅",
                "339902",
                "云溪市云锦区测试路 " + one + " 号",
                "周一至周五",
                "0509-8800009",
                "步行",
                List.of(),
                List.of(bodies));
    }

    /** @param seats of each slot for each way of booking */
    public static HallPlan plan(Hall hall, int seats, Rules rules) {
        Map<BookingChannel, Integer> each = new EnumMap<>(BookingChannel.class);
        for (BookingChannel channel : BookingChannel.values()) {
            each.put(channel, seats);
        }
        return new HallPlan(
                hall.id(),
                List.of(new Area("a", "A 区")),
                List.of(new Window(1, "a"), new Window(2, "a")),
                List.of(new Group("all", "", "综合", hall.bodies(), List.of(), List.of(1, 2), each)),
                week(opening("09:00", "12:00"), opening("13:30", "17:00")),
                List.of(),
                rules);
    }

    public static Map<DayOfWeek, List<Opening>> week(Opening... openings) {
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, day.getValue() < 6 ? List.of(openings) : List.of());
        }
        return week;
    }

    public static Opening opening(String from, String until) {
        return new Opening(LocalTime.parse(from), LocalTime.parse(until));
    }
}
