package org.zhengtong.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseHistory;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.PlannedProcedure;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.SpecialProcedure;

/** What goes wrong in live offices and is to be found by supervision: cases that end on paper only. */
final class DoubtfulWork {
    private static final String PERMIT = "居住证申领";
    private static final String FOOD = "食品经营许可";
    private static final String OPERATORS = "特种设备安全管理和作业人员资格认定";
    private static final int ENTERED_AT_ONCE = 6;

    private final Chronicle chronicle;
    private final CaseHistory history;
    private final WorkingCalendar calendar;
    private final Inventions inventions;
    private final Population.Moved city;
    private final List<ServiceItem> items;
    private final Instant now;

    DoubtfulWork(
            Chronicle chronicle,
            CaseHistory history,
            WorkingCalendar calendar,
            Inventions inventions,
            Population.Moved city,
            List<ServiceItem> items,
            Instant now) {
        this.chronicle = chronicle;
        this.history = history;
        this.calendar = calendar;
        this.inventions = inventions;
        this.city = city;
        this.items = items;
        this.now = now;
    }

    void happen() {
        filedAgainAndAgain();
        handledElsewhere();
        pausedOverTheLimit();
        extendedInBulk();
    }

    /** Told at the window to withdraw and file again whenever something was missing. */
    private void filedAgainAndAgain() {
        ServiceItem item = item(PERMIT);
        Resident resident = inventions.pick(city.residents());
        StaffMember clerk = chronicle.on(item, Role.ACCEPTANCE);
        for (int age : List.of(20, 16, 12)) {
            CaseId id = filed(item, resident, age, LocalTime.of(9, 20));
            history.take(id, clerk, at(age, LocalTime.of(15, 10)));
            chronicle.ask(id, clerk, item, at(age - 1, LocalTime.of(10, 5)));
            history.withdraw(id, resident.id(), "工作人员说先撤回，材料备齐再报。", at(age - 3, LocalTime.of(16, 30)));
        }
    }

    /** A morning's permits were issued by hand and typed in afterwards. */
    private void handledElsewhere() {
        ServiceItem item = item(FOOD);
        StaffMember clerk = chronicle.on(item, Role.ACCEPTANCE);
        StaffMember reviewer = chronicle.on(item, Role.REVIEW);
        StaffMember decider = chronicle.on(item, Role.DECISION);
        for (int i = 0; i < ENTERED_AT_ONCE; i++) {
            LocalTime time = LocalTime.of(17, 5).plusMinutes(7L * i);
            CaseId id = filed(item, inventions.pick(city.residents()), 9, time);
            history.take(id, clerk, at(9, time.plusMinutes(1)));
            history.act(id, clerk, new CaseCommand.Accept(), at(9, time.plusMinutes(2)));
            history.take(id, reviewer, at(9, time.plusMinutes(3)));
            history.act(id, reviewer, new CaseCommand.Review(true, "同意。"), at(9, time.plusMinutes(4)));
            history.take(id, decider, at(9, time.plusMinutes(5)));
            history.act(id, decider, new CaseCommand.Grant(""), at(9, time.plusMinutes(6)));
        }
    }

    /** The inspection was announced a day before the promise would have been broken, and took as long as it needed. */
    private void pausedOverTheLimit() {
        items.stream()
                .filter(item -> item.name().equals(FOOD))
                .filter(item -> !item.further().specialProcedures().isEmpty())
                .findFirst()
                .ifPresent(item -> {
                    SpecialProcedure procedure =
                            item.further().specialProcedures().getFirst();
                    int days = Math.clamp(procedure.days(), 2, 4);
                    int age = item.promisedDays() + days + 5;
                    int announced = age - 1 - (item.promisedDays() - 1);
                    Resident resident = inventions.pick(city.residents());
                    StaffMember clerk = chronicle.on(item, Role.ACCEPTANCE);
                    StaffMember reviewer = chronicle.on(item, Role.REVIEW);
                    StaffMember decider = chronicle.on(item, Role.DECISION);
                    CaseId id = filed(item, resident, age, LocalTime.of(10, 0));
                    history.take(id, clerk, at(age, LocalTime.of(11, 0)));
                    history.act(id, clerk, new CaseCommand.Accept(), at(age - 1, LocalTime.of(9, 30)));
                    history.take(id, reviewer, at(age - 2, LocalTime.of(9, 30)));
                    history.act(
                            id,
                            reviewer,
                            new CaseCommand.Announce(new PlannedProcedure(procedure.kind(), day(announced), days)),
                            at(announced, LocalTime.of(16, 40)));
                    history.act(
                            id,
                            reviewer,
                            new CaseCommand.Resume("现场情况与申请一致。"),
                            at(announced - days, LocalTime.of(9, 15)));
                    history.act(
                            id,
                            reviewer,
                            new CaseCommand.Review(true, "材料齐全，符合法定形式和条件，建议准予。"),
                            at(announced - days, LocalTime.of(9, 40)));
                    history.take(id, decider, at(announced - days, LocalTime.of(10, 0)));
                    history.act(id, decider, new CaseCommand.Grant(""), at(announced - days, LocalTime.of(10, 10)));
                });
    }

    /** All of a pile, with the same words. */
    private void extendedInBulk() {
        ServiceItem item = item(OPERATORS);
        StaffMember clerk = chronicle.on(item, Role.ACCEPTANCE);
        StaffMember reviewer = chronicle.on(item, Role.REVIEW);
        StaffMember decider = chronicle.on(item, Role.DECISION);
        for (int i = 0; i < ENTERED_AT_ONCE; i++) {
            CaseId id = filed(
                    item,
                    inventions.pick(city.residents()),
                    14,
                    LocalTime.of(9, 0).plusMinutes(13L * i));
            history.take(id, clerk, at(14, LocalTime.of(14, 0).plusMinutes(i)));
            history.act(
                    id,
                    clerk,
                    new CaseCommand.Accept(),
                    at(13, LocalTime.of(10, 0).plusMinutes(i)));
            history.take(id, reviewer, at(12, LocalTime.of(10, 0).plusMinutes(i)));
            history.act(
                    id,
                    decider,
                    new CaseCommand.Extend(10, "申请较多，不能按期办结。"),
                    at(3, LocalTime.of(16, 50).plusMinutes(i)));
        }
    }

    private CaseId filed(ServiceItem item, Resident resident, int age, LocalTime time) {
        Story story = new Story(item, resident, Optional.empty(), age, CaseState.CLOSED);
        return history.file(chronicle.order(story), at(age, time)).id();
    }

    private Instant at(int workingDaysAgo, LocalTime time) {
        Instant at = day(workingDaysAgo).atTime(time).atZone(Page.ZONE).toInstant();
        return at.isAfter(now) ? now : at;
    }

    private LocalDate day(int workingDaysAgo) {
        LocalDate day = LocalDate.ofInstant(now, Page.ZONE);
        for (int passed = 0; passed < workingDaysAgo; ) {
            day = day.minusDays(1);
            passed += calendar.isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    private ServiceItem item(String name) {
        return items.stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
