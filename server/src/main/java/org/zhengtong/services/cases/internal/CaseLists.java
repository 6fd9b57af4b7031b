package org.zhengtong.services.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Reach;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseSummary;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.Inbox;
import org.zhengtong.services.cases.InboxFilter;
import org.zhengtong.services.cases.Light;
import org.zhengtong.services.cases.Outcome;
import org.zhengtong.services.catalogue.ItemCode;

/** Lists of cases, and the figures over them. */
@Component
class CaseLists {
    private static final int MOST_OF_ONE_PERSON = 200;
    private static final String NOT_ONES_OWN =
            "agent <> :staff and applicant <> :staff and not (:staff = any (recused))";
    private static final String ASKED = "asked_bodies <> '{}' and asked_bodies @> array[:body]::text[]";

    private final JdbcClient sql;
    private final CaseSeals seals;
    private final WorkingCalendar calendar;

    CaseLists(JdbcClient sql, CaseSeals seals, WorkingCalendar calendar) {
        this.sql = sql;
        this.seals = seals;
        this.calendar = calendar;
    }

    List<CaseSummary> of(Reach reach, LocalDate today) {
        return sql.sql("""
                        select * from cases.case_file
                        where applicant in (:parties) and %s
                        order by filed_at desc limit :most
                        """.formatted(CaseRows.WITHIN_REACH))
                .param("parties", reach.parties())
                .param("whole", reach.whole())
                .param("parts", reach.parts())
                .param("most", MOST_OF_ONE_PERSON)
                .query((row, _) -> summary(row, today))
                .list();
    }

    /** One page and how many there are; the states and the hands narrow it down. */
    record Found(List<CaseSummary> rows, int total) {}

    /**
     * @param sight which states of which items
     * @param assignee only what this person has in hand
     * @param asked cases of other bodies that ask for this one's opinion, instead of its own
     * @param until only what is due by then, with {@code after}: and not before
     */
    record Wanted(
            String body,
            Sight sight,
            Optional<PersonId> assignee,
            Optional<LocalDate> after,
            Optional<LocalDate> until,
            Optional<String> receipt,
            boolean asked,
            int page) {
        Set<CaseState> states() {
            return sight.states();
        }
    }

    /** One statement for the page and one for the count: counted beside the rows, all of them would be read for twenty. */
    Found find(Wanted wanted, LocalDate today) {
        String where = where(wanted);
        List<CaseSummary> rows = narrowed(isByState(wanted) ? byState(wanted) : plain(where, wanted), wanted)
                .param("size", InboxFilter.PAGE_SIZE)
                .param("offset", (wanted.page() - 1) * InboxFilter.PAGE_SIZE)
                .query((row, _) -> summary(row, today))
                .list();
        int total = narrowed("""
                        select count(*) from (select from cases.case_file where %s limit :most) as counted
                        """.formatted(where), wanted)
                .param("most", Inbox.MOST_COUNTED)
                .query(Integer.class)
                .single();
        return new Found(rows, total);
    }

    private static String plain(String where, Wanted wanted) {
        return "select * from cases.case_file where %s order by %s limit :size offset :offset"
                .formatted(where, order(wanted));
    }

    /** The most pressing of a body: no index has them in their order across states, but one has those of each state. */
    private static boolean isByState(Wanted wanted) {
        return !wanted.asked()
                && wanted.assignee().isEmpty()
                && wanted.receipt().isEmpty()
                && wanted.states().stream().allMatch(CaseState::isOpen);
    }

    private static String byState(Wanted wanted) {
        String within = Stream.of(
                        Optional.of(" and " + wanted.sight().condition()),
                        wanted.after().map(_ -> " and due > :after"),
                        wanted.until().map(_ -> " and due <= :until"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining());
        return """
                select chosen.*
                  from (select first.id
                          from unnest(array[:states]) as one (state),
                               lateral (select id, due, filed_at from cases.case_file
                                         where body = :body and state = one.state %s
                                         order by due nulls last, filed_at, id
                                         limit :size + :offset) as first
                         order by first.due nulls last, first.filed_at, first.id
                         limit :size offset :offset) as page
                  join cases.case_file as chosen using (id)
                 order by due nulls last, filed_at, id
                """.formatted(within);
    }

    private static String where(Wanted wanted) {
        return Stream.of(
                        Optional.of(wanted.asked() ? ASKED : "body = :body"),
                        Optional.of("state in (:states)"),
                        Optional.of(wanted.sight().condition()),
                        Optional.of(running(wanted.states())),
                        wanted.assignee().map(_ -> "assignee = :assignee"),
                        wanted.after().map(_ -> "due > :after"),
                        wanted.until().map(_ -> "due <= :until"),
                        wanted.receipt().map(_ -> "receipt_number like :receipt"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
    }

    /** The most pressing first; of those that have ended nothing presses, and the newest come first. */
    private static String order(Wanted wanted) {
        return wanted.states().stream().noneMatch(CaseState::isOpen)
                ? "filed_at desc, id"
                : "due nulls last, filed_at, id";
    }

    /** What is running is found by the index that holds nothing else. */
    private static String running(Set<CaseState> states) {
        return states.stream().allMatch(CaseState::isOpen) ? CaseRows.OPEN : "true";
    }

    private JdbcClient.StatementSpec narrowed(String query, Wanted wanted) {
        return wanted.sight()
                .bind(sql.sql(query))
                .param("body", wanted.body())
                .param("assignee", wanted.assignee().map(PersonId::value).orElse(null), Types.OTHER)
                .param("after", wanted.after().orElse(null), Types.DATE)
                .param("until", wanted.until().orElse(null), Types.DATE)
                .param("receipt", wanted.receipt().map(text -> text + "%").orElse(null), Types.VARCHAR);
    }

    /** The most pressing case nobody else has in hand, this person's own first. */
    Optional<CaseId> next(String body, Sight sight, PersonId staff) {
        return sight.bind(sql.sql("""
                        select id
                          from ((select id, due, 1 as turn, filed_at from cases.case_file
                                  where assignee = :staff and body = :body and state in (:states) and %1$s and %2$s and %3$s
                                  order by due nulls last, filed_at, id
                                  limit 1)
                                union all
                                select first.*
                                  from unnest(array[:states]) as one (state),
                                       lateral (select id, due, 2 as turn, filed_at from cases.case_file
                                                 where assignee is null and body = :body and state = one.state
                                                   and %1$s and %2$s and %3$s
                                                 order by due nulls last, filed_at, id
                                                 limit 1) as first) as candidate
                         order by due nulls last, turn, filed_at, id
                         limit 1
                        """.formatted(CaseRows.OPEN, NOT_ONES_OWN, sight.condition())))
                .param("body", body)
                .param("staff", staff.value())
                .query((row, _) -> new CaseId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** @param sight of which the todo is made; what was decided is counted of its items */
    Inbox.Figures figures(String body, Sight sight, LocalDate today) {
        return sight.bind(sql.sql("""
                        select todo, due_today, overdue, average_days, average_promised, in_time, decided
                          from (select count(*) as todo,
                                       count(*) filter (where due = :today) as due_today,
                                       count(*) filter (where due < :today) as overdue
                                  from cases.case_file
                                 where body = :body and state in (:states) and %s and %s) as running,
                               (select coalesce(avg(took_days), 0) as average_days,
                                       coalesce(avg(promised_days), 0) as average_promised,
                                       count(*) filter (where in_time) as in_time,
                                       count(*) as decided
                                  from cases.case_file
                                 where body = :body and decided_on >= :since and %s) as decided
                        """.formatted(
                                running(sight.states()),
                                sight.condition(),
                                sight.items().isAll() ? "true" : "item in (:handled)")))
                .param("body", body)
                .param("handled", List.copyOf(sight.items().items()))
                .param("today", today)
                .param("since", today.minusDays(30))
                .query((row, _) -> new Inbox.Figures(
                        row.getInt("todo"),
                        row.getInt("due_today"),
                        row.getInt("overdue"),
                        row.getDouble("average_days"),
                        row.getDouble("average_promised"),
                        row.getInt("decided") == 0 ? 100 : row.getInt("in_time") * 100.0 / row.getInt("decided"),
                        row.getInt("decided")))
                .single();
    }

    private CaseSummary summary(ResultSet row, LocalDate today) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Optional<LocalDate> due = Optional.ofNullable(row.getObject("due", LocalDate.class));
        int left = due.map(day -> left(today, day)).orElse(0);
        int days = row.getInt("due_days");
        return new CaseSummary(
                new CaseId(id),
                row.getLong("version"),
                row.getString("receipt_number"),
                new ItemCode(row.getString("item")),
                row.getString("item_name"),
                row.getString("body_name"),
                seals.name(id, row.getBytes("applicant_name")),
                CaseState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
                Channel.valueOf(row.getString("channel")),
                CaseRows.instant(row, "filed_at"),
                due,
                left,
                due.map(_ -> Light.of(left, days)),
                Optional.ofNullable(row.getObject("assignee", UUID.class)).map(PersonId::new),
                Optional.ofNullable(row.getString("assignee_name")));
    }

    private int left(LocalDate today, LocalDate due) {
        return today.isAfter(due) ? Math.min(-1, calendar.between(today, due)) : calendar.between(today, due);
    }
}
