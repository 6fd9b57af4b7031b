package org.zhengtong.services.halls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengtong.services.halls.Plans.opening;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.people.privacy.PersonalRecords;
import org.zhengtong.services.cases.FestivalCalendar;
import org.zhengtong.services.halls.HallPlan.Opening;
import org.zhengtong.services.halls.Roster.OtherDay;
import org.zhengtong.services.halls.Roster.Shift;
import org.zhengtong.services.halls.RosterDay.On;
import org.zhengtong.services.halls.RosterDay.Weekly;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

/** Who is to be at which window, and what is wrong with it. */
@ZhengtongTest
class RosterTest {
    private static final String BODY = "云溪市市场监督管理局";
    private static final FestivalCalendar CALENDAR = new FestivalCalendar();
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Opening MORNING = opening("09:00", "12:00");
    private static final Opening AFTERNOON = opening("13:30", "17:00");

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Halls halls;

    @Autowired
    HallPlans plans;

    @Autowired
    Rosters rosters;

    @Autowired
    RosterDesk desk;

    @Autowired
    List<PersonalRecords> records;

    @Autowired
    TransactionTemplate transaction;

    private Hall hall;
    private HallPlan plan;
    private PersonId wang;
    private PersonId li;
    private StaffMember administrator;

    @BeforeEach
    void aHallWithTwoWindows() {
        hall = hall();
        plan = plans.plan(hall.id()).orElseThrow();
        wang = accepts();
        li = accepts();
        administrator = organisation
                .staff(new People(identity)
                        .staff(organisation, BODY, Role.SYSTEM_ADMINISTRATOR)
                        .id())
                .orElseThrow();
    }

    private Hall hall() {
        Hall one = Plans.hall(organisation.bodyNamed(BODY).orElseThrow().uscc().value());
        halls.put(one);
        plans.put(Plans.plan(one, 3, Plans.RULES));
        return one;
    }

    private PersonId accepts() {
        return new People(identity).staff(organisation, BODY, Role.ACCEPTANCE).id();
    }

    private Roster mondays(Shift... shifts) {
        return new Roster(hall.id(), Map.of(DayOfWeek.MONDAY, List.of(shifts)), List.of());
    }

    @Test
    void a_date_is_like_its_week_except_at_windows_where_it_differs() {
        Roster usual = mondays(new Shift(1, MORNING, wang), new Shift(2, MORNING, li));

        Roster replaced = usual.with(new On(MONDAY), List.of(new Shift(1, MORNING, li)), plan, CALENDAR);
        Roster later =
                replaced.with(new Weekly(DayOfWeek.MONDAY), List.of(new Shift(1, MORNING, wang)), plan, CALENDAR);

        assertThat(replaced.otherDays())
                .containsExactly(
                        new OtherDay(MONDAY, 1, List.of(new Shift(1, MORNING, li))),
                        new OtherDay(MONDAY, 2, List.of()));
        assertThat(replaced.on(new On(MONDAY), plan, CALENDAR)).containsExactly(new Shift(1, MORNING, li));
        assertThat(replaced.on(new On(MONDAY.plusWeeks(1)), plan, CALENDAR))
                .isEqualTo(usual.on(new Weekly(DayOfWeek.MONDAY), plan, CALENDAR));
        assertThat(later.on(new On(MONDAY), plan, CALENDAR)).containsExactly(new Shift(1, MORNING, li));
        assertThat(later.with(new On(MONDAY), List.of(new Shift(1, MORNING, wang)), plan, CALENDAR)
                        .otherDays())
                .as("a day that is as usual again does not differ")
                .isEmpty();
        assertThat(replaced.since(MONDAY.plusDays(1)).otherDays()).isEmpty();
    }

    @Test
    void nobody_is_rostered_while_the_hall_is_closed_and_a_weekend_day_worked_instead_is_a_monday() {
        Roster roster = mondays(new Shift(1, opening("08:00", "18:00"), wang));
        LocalDate holiday = LocalDate.of(2026, 2, 16);
        LocalDate worked = LocalDate.of(2026, 2, 28);

        assertThat(roster.on(new On(holiday), plan, CALENDAR)).isEmpty();
        assertThat(roster.on(new On(worked), plan, CALENDAR))
                .as("cut to the hours of the hall")
                .containsExactly(new Shift(1, MORNING, wang), new Shift(1, AFTERNOON, wang));
    }

    @Test
    void a_day_is_copied_to_others_as_far_as_the_hall_is_open_then() {
        HallPlan halfSaturday = new HallPlan(
                hall.id(),
                plan.areas(),
                plan.windows(),
                plan.groups(),
                Map.of(
                        DayOfWeek.MONDAY, List.of(MORNING, AFTERNOON),
                        DayOfWeek.SATURDAY, List.of(opening("10:00", "12:00"))),
                List.of(),
                Plans.RULES);

        Roster copied = mondays(new Shift(1, MORNING, wang), new Shift(1, AFTERNOON, li))
                .copied(DayOfWeek.MONDAY, List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), halfSaturday);

        assertThat(copied.week().get(DayOfWeek.SATURDAY))
                .containsExactly(new Shift(1, opening("10:00", "12:00"), wang));
        assertThat(copied.week().get(DayOfWeek.SUNDAY)).isEmpty();
    }

    @Test
    void every_fault_is_said() {
        PersonId stranger = new PersonId(new UUID(9, 9));
        RosterCheck check = new RosterCheck(
                plan, Map.of(wang, hall.bodies().getFirst(), li, "other-body"), List.of(), CALENDAR, MONDAY);
        Roster roster = mondays(
                new Shift(1, MORNING, wang),
                new Shift(2, opening("11:00", "12:00"), wang),
                new Shift(2, opening("11:30", "12:00"), stranger),
                new Shift(2, AFTERNOON, li));

        List<RosterFault> faults = check.faults(roster);

        Weekly monday = new Weekly(DayOfWeek.MONDAY);
        assertThat(faults)
                .contains(
                        new RosterFault.AtTwoWindows(monday, wang, 1, 2),
                        new RosterFault.TwoAtWindow(monday, 2),
                        new RosterFault.Gone(stranger),
                        new RosterFault.NotServing(li, 2),
                        new RosterFault.Unstaffed(monday, opening("09:00", "11:00"), List.of(2)),
                        new RosterFault.Unstaffed(monday, AFTERNOON, List.of(1)),
                        new RosterFault.Unstaffed(new Weekly(DayOfWeek.TUESDAY), MORNING, List.of(1, 2)));
        assertThat(check.faults(Roster.empty(hall.id()))).isEmpty();
    }

    @Test
    void a_date_is_looked_at_where_it_differs() {
        RosterCheck check = new RosterCheck(
                plan,
                Map.of(wang, hall.bodies().getFirst(), li, hall.bodies().getFirst()),
                List.of(),
                CALENDAR,
                MONDAY);
        Roster roster = mondays(new Shift(1, MORNING, wang), new Shift(2, MORNING, li))
                .with(
                        new On(MONDAY),
                        List.of(new Shift(1, MORNING, wang), new Shift(2, MORNING, wang)),
                        plan,
                        CALENDAR);

        assertThat(check.faults(roster))
                .contains(
                        new RosterFault.AtTwoWindows(new On(MONDAY), wang, 1, 2),
                        new RosterFault.Unstaffed(new On(MONDAY), AFTERNOON, List.of(2)));
        assertThat(new RosterCheck(plan, check.acceptors(), List.of(), CALENDAR, MONDAY.plusDays(1)).faults(roster))
                .as("what is over is over")
                .noneMatch(RosterFault::isRefused);
    }

    @Test
    void a_change_that_puts_somebody_at_two_places_at_once_is_refused_and_an_empty_window_is_not() {
        Hall other = hall();
        assertThat(desk.change(administrator, 0, mondays(new Shift(1, MORNING, wang))))
                .isEqualTo(new RosterDesk.Answer.Done());

        RosterDesk.Answer twice =
                desk.change(administrator, 1, mondays(new Shift(1, MORNING, wang), new Shift(2, MORNING, wang)));
        RosterDesk.Answer elsewhere = desk.change(
                administrator,
                0,
                new Roster(
                        other.id(),
                        Map.of(DayOfWeek.MONDAY, List.of(new Shift(1, opening("11:00", "14:00"), wang))),
                        List.of()));

        Weekly monday = new Weekly(DayOfWeek.MONDAY);
        assertThat(twice)
                .isEqualTo(new RosterDesk.Answer.Faulty(List.of(new RosterFault.AtTwoWindows(monday, wang, 1, 2))));
        assertThat(elsewhere)
                .isEqualTo(
                        new RosterDesk.Answer.Faulty(List.of(new RosterFault.AtTwoHalls(monday, wang, 1, hall.id()))));
        assertThat(desk.roster(administrator, hall.id()).faults())
                .contains(new RosterFault.Unstaffed(monday, MORNING, List.of(2)));
        assertThatThrownBy(() -> desk.change(administrator, 0, Roster.empty(hall.id())))
                .isInstanceOfSatisfying(
                        Problem.class, why -> assertThat(why.status()).isEqualTo(409));
    }

    @Test
    void who_does_not_accept_any_more_is_said_and_who_closes_their_account_is_gone_from_it() {
        rosters.put(mondays(new Shift(1, MORNING, wang), new Shift(2, MORNING, li)));
        PersonalRecords kept = records.stream()
                .filter(one -> one.name().equals("roster"))
                .findFirst()
                .orElseThrow();
        organisation.appoint(wang, organisation.bodyNamed(BODY).orElseThrow().uscc(), "审查岗", Set.of(Role.REVIEW));

        assertThat(desk.roster(administrator, hall.id()).faults()).contains(new RosterFault.Gone(wang));
        assertThat(kept.of(wang)).hasSize(1);
        Optional<String> stays = transaction.execute(_ -> kept.erase(wang));

        assertThat(stays).isEmpty();
        assertThat(kept.of(wang)).isEmpty();
        assertThat(rosters.roster(hall.id()).orElseThrow().clerks()).containsExactly(li);
    }
}
