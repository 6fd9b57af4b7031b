package org.zhengtong.demo;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.Group;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.halls.Roster;
import org.zhengtong.services.halls.Roster.Shift;
import org.zhengtong.services.halls.Rosters;

/** The clerks of two halls have their windows from the first start; what somebody changed stays. */
@Component
@Profile("demo")
@Order(YunxiCity.FOUNDED + 2)
class RostersOfYunxi implements ApplicationRunner {
    /** Where the few clerks of civil affairs are needed most comes first: nobody is in two halls. */
    private static final List<String> HALLS = List.of("marriage", "citizen-centre");

    private final Halls halls;
    private final HallPlans plans;
    private final Rosters rosters;
    private final Organisation organisation;

    RostersOfYunxi(Halls halls, HallPlans plans, Rosters rosters, Organisation organisation) {
        this.halls = halls;
        this.plans = plans;
        this.rosters = rosters;
        this.organisation = organisation;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Set<PersonId> busy = new HashSet<>();
        for (String hall : HALLS) {
            if (halls.hall(hall).isPresent() && rosters.roster(hall).isEmpty()) {
                plans.plan(hall).ifPresent(plan -> rosters.put(roster(plan, busy)));
            }
        }
    }

    private Roster roster(HallPlan plan, Set<PersonId> busy) {
        Map<Integer, PersonId> clerks = clerks(plan, busy);
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(
                    day,
                    clerks.entrySet().stream()
                            .flatMap(one -> plan.openings(day).stream()
                                    .map(opening -> new Shift(one.getKey(), opening, one.getValue())))
                            .toList());
        }
        return new Roster(plan.hall(), week, List.of());
    }

    /** One at each window as far as there are any whose body it serves. */
    private Map<Integer, PersonId> clerks(HallPlan plan, Set<PersonId> busy) {
        Map<Integer, PersonId> clerks = new TreeMap<>();
        for (Group group : plan.groups()) {
            List<PersonId> free = group.bodies().stream()
                    .flatMap(uscc -> organisation.staffOf(new Uscc(uscc)).stream())
                    .filter(member -> member.has(Role.ACCEPTANCE) && !busy.contains(member.person()))
                    .map(StaffMember::person)
                    .toList();
            for (int i = 0; i < Math.min(free.size(), group.windows().size()); i++) {
                clerks.put(group.windows().get(i), free.get(i));
                busy.add(free.get(i));
            }
        }
        return clerks;
    }
}
