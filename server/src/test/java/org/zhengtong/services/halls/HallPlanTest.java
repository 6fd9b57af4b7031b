package org.zhengtong.services.halls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.services.halls.Plans.opening;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.cases.FestivalCalendar;
import org.zhengtong.services.halls.HallPlan.Area;
import org.zhengtong.services.halls.HallPlan.Group;
import org.zhengtong.services.halls.HallPlan.Opening;
import org.zhengtong.services.halls.HallPlan.Rules;
import org.zhengtong.services.halls.HallPlan.Slot;
import org.zhengtong.services.halls.HallPlan.SpecialDay;
import org.zhengtong.services.halls.HallPlan.Window;

class HallPlanTest {
    private static final String BODY = "11339900990000025L";
    private static final String OTHER = "11339900990000017R";
    private static final String ITEM = BODY + "3370117002011";
    private static final FestivalCalendar CALENDAR = new FestivalCalendar();
    private static final Map<BookingChannel, Integer> SEATS = Map.of(BookingChannel.PORTAL, 3);

    private final Hall hall = Plans.hall(BODY);
    private final HallPlan plan = Plans.plan(hall, 3, Plans.RULES);

    @Test
    void a_plan_that_serves_every_body_of_the_hall_has_no_faults() {
        assertThat(plan.faults(hall.bodies())).isEmpty();
    }

    @Test
    void an_empty_plan_says_everything_that_is_missing() {
        assertThat(HallPlan.empty("empty").faults(List.of(BODY)))
                .containsExactlyInAnyOrder(
                        new HallFault.NeverOpen(), new HallFault.NoGroups(), new HallFault.BodyInNoGroup(BODY));
    }

    @Test
    void hours_that_overlap_or_end_before_they_begin_are_faults_of_their_day() {
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(plan.week());
        week.put(DayOfWeek.MONDAY, List.of(opening("09:00", "12:00"), opening("11:30", "17:00")));
        week.put(DayOfWeek.TUESDAY, List.of(opening("17:00", "09:00")));
        week.put(DayOfWeek.WEDNESDAY, List.of(opening("09:00", "09:20")));
        week.put(DayOfWeek.THURSDAY, List.of(opening("09:00", "12:00"), opening("12:00", "17:00")));

        assertThat(with(week, List.of()).faults(hall.bodies()))
                .containsExactly(
                        new HallFault.HoursOverlap(DayOfWeek.MONDAY),
                        new HallFault.HoursBackwards(DayOfWeek.TUESDAY),
                        new HallFault.SlotTooLong(DayOfWeek.WEDNESDAY));
    }

    @Test
    void special_days_have_faults_of_their_own() {
        LocalDate day = LocalDate.of(2026, 3, 4);
        List<SpecialDay> days = List.of(
                new SpecialDay(day, List.of(), "检修"),
                new SpecialDay(day, List.of(opening("09:00", "12:00"), opening("10:00", "11:00")), "检修"),
                new SpecialDay(day.plusDays(1), List.of(opening("12:00", "12:00")), "检修"));

        assertThat(with(plan.week(), days).faults(hall.bodies()))
                .containsExactly(
                        new HallFault.SpecialDayTwice(day),
                        new HallFault.SpecialHoursOverlap(day),
                        new HallFault.SpecialHoursBackwards(day.plusDays(1)));
    }

    @Test
    void windows_stand_once_and_in_an_area_that_exists() {
        HallPlan wrong = floor(
                List.of(new Area("a", "A 区"), new Area("b", "A 区")),
                List.of(new Window(1, "a"), new Window(1, "a"), new Window(2, "c")));

        assertThat(wrong.faults(hall.bodies()))
                .containsExactly(
                        new HallFault.AreaTwice("A 区"),
                        new HallFault.WindowTwice(1),
                        new HallFault.WindowInUnknownArea(2, "c"));
    }

    @Test
    void a_group_has_windows_that_exist_matters_and_seats() {
        HallPlan wrong = groups(
                new Group("g", "", "综合", List.of(BODY), List.of(), List.of(), SEATS),
                new Group("h", "", "空", List.of(), List.of(), List.of(1, 7), Map.of(BookingChannel.API, 0)));

        assertThat(wrong.faults(hall.bodies()))
                .containsExactly(
                        new HallFault.GroupWithoutWindows("综合"),
                        new HallFault.GroupAtUnknownWindow("空", 7),
                        new HallFault.GroupWithoutMatters("空"),
                        new HallFault.GroupWithoutSeats("空"));
    }

    @Test
    void every_matter_of_the_hall_belongs_to_exactly_one_group() {
        Group one = new Group("g", "", "一", List.of(BODY, OTHER), List.of(ITEM), List.of(1), SEATS);
        Group two = new Group("h", "", "一", List.of(BODY), List.of(ITEM, "乱写"), List.of(2), SEATS);

        assertThat(groups(one, two).faults(hall.bodies()))
                .containsExactly(
                        new HallFault.BodyNotHere("一", OTHER),
                        new HallFault.ItemNotHere("一", "乱写"),
                        new HallFault.GroupTwice("一"),
                        new HallFault.BodyInTwoGroups(BODY),
                        new HallFault.ItemInTwoGroups(ITEM));
        assertThat(groups(new Group("g", "", "一", List.of(BODY), List.of(), List.of(1), SEATS))
                        .faults(List.of(BODY, OTHER)))
                .containsExactly(new HallFault.BodyInNoGroup(OTHER));
    }

    @Test
    void an_item_named_by_a_group_goes_before_the_group_of_its_body() {
        Group bodies = new Group("g", "A", "一", List.of(BODY), List.of(), List.of(1), SEATS);
        Group items = new Group("h", "B", "二", List.of(), List.of(ITEM), List.of(2), SEATS);
        HallPlan two = groups(bodies, items);

        assertThat(two.faults(hall.bodies())).isEmpty();
        assertThat(two.groupFor(ITEM, BODY)).contains(items);
        assertThat(two.groupFor(BODY + "3370117002012", BODY)).contains(bodies);
        assertThat(two.groupFor(OTHER + "3370117002012", OTHER)).isEmpty();
    }

    @Test
    void slots_fill_the_hours_of_a_day_and_none_reaches_beyond_them() {
        HallPlan short1 = with(Plans.week(opening("09:00", "10:20"), opening("13:30", "14:00")), List.of());

        assertThat(short1.slots(LocalDate.of(2026, 3, 2), CALENDAR))
                .containsExactly(slot("09:00", "09:30"), slot("09:30", "10:00"), slot("13:30", "14:00"));
        assertThat(short1.slots(LocalDate.of(2026, 3, 7), CALENDAR)).isEmpty();
    }

    @Test
    void hours_until_midnight_do_not_run_over_into_the_next_day() {
        HallPlan late = with(Plans.week(opening("23:00", "23:59")), List.of());

        assertThat(late.slots(LocalDate.of(2026, 3, 2), CALENDAR)).containsExactly(slot("23:00", "23:30"));
    }

    @Test
    void a_public_holiday_is_closed_also_on_a_weekend_on_which_the_hall_is_open_otherwise() {
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(plan.week());
        week.put(DayOfWeek.SATURDAY, List.of(opening("09:00", "12:00")));
        HallPlan open = with(week, List.of());

        assertThat(open.slots(LocalDate.of(2026, 2, 16), CALENDAR)).isEmpty();
        assertThat(open.slots(LocalDate.of(2026, 2, 21), CALENDAR)).isEmpty();
        assertThat(open.slots(LocalDate.of(2026, 3, 7), CALENDAR)).hasSize(6);
    }

    @Test
    void a_weekend_day_worked_instead_has_the_hours_of_monday() {
        LocalDate worked = LocalDate.of(2026, 2, 28);

        assertThat(plan.slots(worked, CALENDAR)).isEqualTo(plan.slots(LocalDate.of(2026, 3, 2), CALENDAR));
    }

    @Test
    void a_special_day_goes_before_week_and_holiday() {
        LocalDate holiday = LocalDate.of(2026, 2, 16);
        LocalDate monday = LocalDate.of(2026, 3, 2);
        HallPlan special = with(
                plan.week(),
                List.of(
                        new SpecialDay(holiday, List.of(opening("10:00", "11:00")), "值班"),
                        new SpecialDay(monday, List.of(), "停电")));

        assertThat(special.slots(holiday, CALENDAR)).containsExactly(slot("10:00", "10:30"), slot("10:30", "11:00"));
        assertThat(special.slots(monday, CALENDAR)).isEmpty();
    }

    private static Slot slot(String starts, String ends) {
        return new Slot(LocalTime.parse(starts), LocalTime.parse(ends));
    }

    private HallPlan with(Map<DayOfWeek, List<Opening>> week, List<SpecialDay> days) {
        return new HallPlan(
                plan.hall(), plan.areas(), plan.windows(), plan.groups(), week, days, new Rules(30, 14, 2, 3, 90, 30));
    }

    private HallPlan floor(List<Area> areas, List<Window> windows) {
        return new HallPlan(plan.hall(), areas, windows, plan.groups(), plan.week(), plan.specialDays(), plan.rules());
    }

    private HallPlan groups(Group... groups) {
        return new HallPlan(
                plan.hall(),
                plan.areas(),
                plan.windows(),
                List.of(groups),
                plan.week(),
                plan.specialDays(),
                plan.rules());
    }

    @Test
    void each_group_has_a_letter_of_its_own_and_keeps_it_when_another_goes() {
        Group one = new Group("g", "", "一", List.of(BODY), List.of(), List.of(1), SEATS);
        Group two = new Group("h", "", "二", List.of(), List.of(ITEM), List.of(2), SEATS);
        HallPlan both = groups(one, two);

        HallPlan later =
                groups(both.group("h").orElseThrow(), new Group("i", "", "三", List.of(), List.of(), List.of(), SEATS));

        assertThat(both.groups()).extracting(Group::letter).containsExactly("A", "B");
        assertThat(later.groups()).extracting(Group::letter).containsExactly("B", "A");
    }
}
