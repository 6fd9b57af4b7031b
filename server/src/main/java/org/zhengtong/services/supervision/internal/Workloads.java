package org.zhengtong.services.supervision.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseFigures;
import org.zhengtong.services.cases.InHand;
import org.zhengtong.services.supervision.WorkDay;
import org.zhengtong.services.supervision.Workload;

/** What posts did, beside what lies with them. */
@Component
class Workloads {
    private final CaseFigures figures;
    private final WorkDayStore days;
    private final Organisation organisation;

    Workloads(CaseFigures figures, WorkDayStore days, Organisation organisation) {
        this.figures = figures;
        this.days = days;
        this.organisation = organisation;
    }

    private record Post(String body, Role role) {}

    private record Sum(int received, int done, int workingDays, int inHand, int overdue) {
        static final Sum NOTHING = new Sum(0, 0, 0, 0, 0);

        Sum plus(Sum other) {
            return new Sum(
                    received + other.received,
                    done + other.done,
                    workingDays + other.workingDays,
                    inHand + other.inHand,
                    overdue + other.overdue);
        }
    }

    Workload of(Set<String> bodies, LocalDate from, LocalDate until) {
        Map<Post, Map<Optional<PersonId>, Sum>> sums = new LinkedHashMap<>();
        for (WorkDay work : days.sums(bodies, from, until)) {
            add(
                    sums,
                    new Post(work.body(), work.post()),
                    work.staff(),
                    new Sum(work.received(), work.done(), work.workingDays(), 0, 0));
        }
        for (InHand hand : figures.inHand(bodies)) {
            add(sums, new Post(hand.body(), hand.post()), hand.staff(), new Sum(0, 0, 0, hand.cases(), hand.overdue()));
        }
        Map<String, String> names = organisation.bodies().stream()
                .collect(Collectors.toMap(body -> body.uscc().value(), Body::name));
        List<Workload.Line> lines = new ArrayList<>();
        sums.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Post, ?> entry) ->
                                names.getOrDefault(entry.getKey().body(), ""))
                        .thenComparing(entry -> entry.getKey().role()))
                .forEach(entry -> lines.addAll(
                        lines(entry.getKey(), names.getOrDefault(entry.getKey().body(), ""), entry.getValue())));
        return new Workload(from, until, lines);
    }

    private static void add(
            Map<Post, Map<Optional<PersonId>, Sum>> sums, Post post, Optional<PersonId> staff, Sum more) {
        sums.computeIfAbsent(post, _ -> new LinkedHashMap<>()).merge(staff, more, Sum::plus);
    }

    /** The post as a whole, and below it those who did something or have something in hand. */
    private List<Workload.Line> lines(Post post, String bodyName, Map<Optional<PersonId>, Sum> sums) {
        Map<PersonId, String> names = Uscc.parse(post.body()).map(organisation::staffOf).orElse(List.of()).stream()
                .collect(Collectors.toMap(StaffMember::person, StaffMember::name, (one, _) -> one));
        List<Workload.Line> lines = new ArrayList<>();
        lines.add(line(post, bodyName, Optional.empty(), sums.values().stream().reduce(Sum.NOTHING, Sum::plus)));
        sums.forEach((staff, sum) -> staff.ifPresent(person -> lines.add(line(
                post,
                bodyName,
                Optional.of(names.getOrDefault(
                        person,
                        organisation.staff(person).map(StaffMember::name).orElse(""))),
                sum))));
        return lines;
    }

    private static Workload.Line line(Post post, String bodyName, Optional<String> staff, Sum sum) {
        return new Workload.Line(
                post.body(),
                bodyName,
                post.role(),
                staff,
                sum.received(),
                sum.inHand(),
                sum.overdue(),
                sum.done(),
                sum.done() == 0 ? 0 : sum.workingDays() * 1.0 / sum.done());
    }
}
