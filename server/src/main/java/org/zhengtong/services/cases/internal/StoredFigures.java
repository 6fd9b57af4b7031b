package org.zhengtong.services.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.cases.BodyLights;
import org.zhengtong.services.cases.CaseClocks;
import org.zhengtong.services.cases.CaseFigures;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseStanding;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseTrace;
import org.zhengtong.services.cases.InHand;
import org.zhengtong.services.cases.RunningCase;
import org.zhengtong.services.cases.RunningCases;
import org.zhengtong.services.cases.RunningFilter;
import org.zhengtong.services.cases.RunningItem;
import org.zhengtong.services.catalogue.ItemCode;

/** Figures over the running cases, from the index that holds only those. */
@Service
class StoredFigures implements CaseFigures {
    private static final List<Role> POSTS = List.of(Role.ACCEPTANCE, Role.REVIEW, Role.DECISION);
    private static final int PAGE = 1000;

    /** Longer limits are yellow as early as this many days' fifth. */
    private static final int LONGEST_LIMIT = 300;

    private static final String COLUMNS = """
            id, receipt_number, item, item_name, body, body_name, filed_at, assignee, assignee_name, due, due_days,
            statutory_days, promised_days, %s
            """.formatted(CaseRows.STANDING);

    /** The first day that is too late to be yellow, by a fifth of the days. */
    private static final String GREEN_FROM =
            "(:green::date[])[1 + least(coalesce(due_days, 0), %d) / 5]".formatted(LONGEST_LIMIT);

    private final JdbcClient sql;
    private final CaseRows rows;
    private final CaseTraces traces;
    private final CaseClocks clocks;
    private final WorkingCalendar calendar;
    private final Clock clock;

    StoredFigures(
            JdbcClient sql,
            CaseRows rows,
            CaseTraces traces,
            CaseClocks clocks,
            WorkingCalendar calendar,
            Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.traces = traces;
        this.clocks = clocks;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public List<BodyLights> lights(Set<String> bodies) {
        if (bodies.isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        return sql.sql("""
                        select body, max(body_name) as body_name, count(*) as running,
                               count(*) filter (where due is null) as standing,
                               count(*) filter (where due < :today) as red,
                               count(*) filter (where due >= :today and due < %1$s) as yellow,
                               count(*) filter (where due = :today) as due_today,
                               count(*) filter (where due >= :today and due >= %1$s) as green
                          from cases.case_file
                         where %2$s and body in (:bodies)
                         group by body
                         order by red desc, yellow desc, body
                        """.formatted(GREEN_FROM, CaseRows.OPEN))
                .param("bodies", bodies)
                .param("today", today)
                .param("green", greenFrom(today))
                .query((row, _) -> new BodyLights(
                        row.getString("body"),
                        row.getString("body_name"),
                        row.getInt("running"),
                        row.getInt("green"),
                        row.getInt("yellow"),
                        row.getInt("red"),
                        row.getInt("standing"),
                        row.getInt("due_today")))
                .list();
    }

    /** Yellow is at most a fifth of the days, or one working day: for each fifth, the first due date that is green. */
    private String greenFrom(LocalDate today) {
        return IntStream.rangeClosed(0, LONGEST_LIMIT / 5)
                .mapToObj(fifth -> calendar.after(today, Math.max(1, fifth) + 1).toString())
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public RunningCases running(RunningFilter filter) {
        if (filter.bodies().isEmpty()) {
            return new RunningCases(List.of(), 0);
        }
        LocalDate today = LocalDate.now(clock);
        String where = where(filter);
        List<RunningCase> rows = narrowed("""
                        select %s from cases.case_file where %s
                        order by due nulls last, filed_at, id limit :size offset :offset
                        """.formatted(COLUMNS, where), filter, today)
                .param("size", RunningFilter.PAGE_SIZE)
                .param("offset", (filter.page() - 1) * RunningFilter.PAGE_SIZE)
                .query((row, _) -> running(row, false, today))
                .list();
        int total = narrowed("select count(*) from cases.case_file where " + where, filter, today)
                .query(Integer.class)
                .single();
        return new RunningCases(rows, total);
    }

    private static String where(RunningFilter filter) {
        Stream<Optional<String>> parts = Stream.of(
                Optional.of(CaseRows.OPEN),
                Optional.of("body in (:bodies)"),
                filter.item().map(_ -> "item = :item"),
                filter.post().map(_ -> "state in (:states)"),
                filter.light().map(light -> switch (light) {
                    case RED -> "due < :today";
                    case YELLOW -> "due >= :today and due < " + GREEN_FROM;
                    case GREEN -> "due >= :today and due >= " + GREEN_FROM;
                }));
        return parts.flatMap(Optional::stream).collect(Collectors.joining(" and "));
    }

    private JdbcClient.StatementSpec narrowed(String query, RunningFilter filter, LocalDate today) {
        return sql.sql(query)
                .param("bodies", filter.bodies())
                .param("item", filter.item().map(ItemCode::value).orElse(""))
                .param(
                        "states",
                        filter.post()
                                .map(post -> StaffDuties.statesOf(post).stream()
                                        .map(Enum::name)
                                        .toList())
                                .filter(states -> !states.isEmpty())
                                .orElse(List.of("")))
                .param("today", today)
                .param("green", greenFrom(today));
    }

    private RunningCase running(ResultSet row, boolean bySilence, LocalDate today) throws SQLException {
        CaseStanding standing = rows.standing(row);
        return new RunningCase(
                new CaseId(row.getObject("id", UUID.class)),
                row.getString("receipt_number"),
                new ItemCode(row.getString("item")),
                row.getString("item_name"),
                row.getString("body"),
                row.getString("body_name"),
                CaseRows.instant(row, "filed_at"),
                standing.state(),
                post(standing.state()),
                Optional.ofNullable(row.getObject("assignee", UUID.class)).map(PersonId::new),
                Optional.ofNullable(row.getString("assignee_name")),
                clocks.of(standing, row.getInt("statutory_days"), row.getInt("promised_days"), today),
                bySilence);
    }

    private static Optional<Role> post(CaseState state) {
        return POSTS.stream()
                .filter(post -> StaffDuties.statesOf(post).contains(state))
                .findFirst();
    }

    @Override
    public List<RunningItem> runningItems(Set<String> bodies) {
        return bodies.isEmpty()
                ? List.of()
                : sql.sql("""
                                select item, max(item_name) as item_name, count(*) as running
                                  from cases.case_file
                                 where %s and body in (:bodies)
                                 group by item
                                 order by running desc, item
                                """.formatted(CaseRows.OPEN))
                        .param("bodies", bodies)
                        .query((row, _) -> new RunningItem(
                                new ItemCode(row.getString("item")), row.getString("item_name"), row.getInt("running")))
                        .list();
    }

    @Override
    public List<InHand> inHand(Set<String> bodies) {
        if (bodies.isEmpty()) {
            return List.of();
        }
        record Line(String body, CaseState state, Optional<PersonId> staff, int cases, int overdue) {}
        List<Line> lines = sql.sql("""
                        select body, state, assignee, count(*) as cases,
                               count(*) filter (where due < :today) as overdue
                          from cases.case_file
                         where %s and body in (:bodies)
                         group by body, state, assignee
                        """.formatted(CaseRows.OPEN))
                .param("bodies", bodies)
                .param("today", LocalDate.now(clock))
                .query((row, _) -> new Line(
                        row.getString("body"),
                        CaseState.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getObject("assignee", UUID.class))
                                .map(PersonId::new),
                        row.getInt("cases"),
                        row.getInt("overdue")))
                .list();
        return lines.stream()
                .flatMap(line -> post(line.state()).stream()
                        .map(post -> new InHand(line.body(), post, line.staff(), line.cases(), line.overdue())))
                .toList();
    }

    @Override
    public void eachNear(int daysLeft, LocalDate silentSince, Consumer<List<RunningCase>> page) {
        LocalDate today = LocalDate.now(clock);
        Set<UUID> silent = Set.copyOf(sql.sql("""
                        select distinct case_id from cases.step where kind = 'COUNTED_AS_ACCEPTED' and at >= :since
                        """)
                .param("since", CaseRows.at(silentSince.atStartOfDay(Page.ZONE).toInstant()))
                .query(UUID.class)
                .list());
        pages(
                page,
                after -> sql.sql("""
                        select %s from cases.case_file
                         where %s and due < :until and id > :after order by id limit :size
                        """.formatted(COLUMNS, CaseRows.OPEN))
                        .param("until", calendar.after(today, daysLeft + 1))
                        .param("after", after)
                        .param("size", PAGE)
                        .query((row, _) -> running(row, silent.contains(row.getObject("id", UUID.class)), today))
                        .list());
        if (!silent.isEmpty()) {
            pages(
                    page,
                    after -> sql.sql("""
                            select %s from cases.case_file
                             where %s and id in (:silent) and (due is null or due >= :until) and id > :after
                             order by id limit :size
                            """.formatted(COLUMNS, CaseRows.OPEN))
                            .param("silent", silent)
                            .param("until", calendar.after(today, daysLeft + 1))
                            .param("after", after)
                            .param("size", PAGE)
                            .query((row, _) -> running(row, true, today))
                            .list());
        }
    }

    private interface Read {
        List<RunningCase> after(UUID last);
    }

    private static void pages(Consumer<List<RunningCase>> page, Read read) {
        UUID after = new UUID(0, 0);
        List<RunningCase> rows;
        do {
            rows = new ArrayList<>(read.after(after));
            if (!rows.isEmpty()) {
                page.accept(rows);
                after = rows.getLast().id().value();
            }
        } while (rows.size() == PAGE);
    }

    @Override
    public Optional<CaseTrace> trace(CaseId id, Set<String> bodies) {
        return traces.of(List.of(id)).stream()
                .filter(trace -> bodies.contains(trace.body()))
                .findFirst();
    }

    @Override
    public List<CaseTrace> traces(Collection<CaseId> ids) {
        return traces.of(ids);
    }

    @Override
    public List<CaseTrace> withSign(Sign sign, String body, LocalDate since) {
        return traces.withSign(sign, body, since);
    }

    @Override
    public List<CaseTrace> touchedOn(LocalDate day) {
        return traces.touchedOn(day);
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return sql.sql("select min(filed_at) as first from cases.case_file")
                .query((row, _) -> Optional.ofNullable(row.getObject("first", java.time.OffsetDateTime.class)))
                .single()
                .map(first -> LocalDate.ofInstant(Instant.from(first), Page.ZONE));
    }
}
