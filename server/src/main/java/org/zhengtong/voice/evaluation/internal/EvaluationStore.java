package org.zhengtong.voice.evaluation.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Page;
import org.zhengtong.services.systems.Evaluation.Level;
import org.zhengtong.voice.evaluation.Evaluations.Invitation;
import org.zhengtong.voice.evaluation.Evaluations.Summary;
import org.zhengtong.voice.evaluation.Rating;

/** Invitations and ratings in the database. */
@Component
class EvaluationStore {
    private final JdbcClient sql;

    EvaluationStore(JdbcClient sql) {
        this.sql = sql;
    }

    void invite(Invitation one, Optional<UUID> clerk, Optional<String> item) {
        sql.sql("""
                        insert into evaluation.invitation (ticket, hall, number, service_window, clerk, item, served_at)
                        values (:ticket, :hall, :number, :window, :clerk, :item, :at)
                        on conflict do nothing
                        """)
                .param("ticket", one.ticket())
                .param("hall", one.hall())
                .param("number", one.number())
                .param("window", one.window())
                .param("clerk", clerk.orElse(null), Types.OTHER)
                .param("item", item.orElse(null), Types.VARCHAR)
                .param("at", at(one.servedAt()))
                .update();
    }

    Optional<Invitation> invitation(UUID ticket) {
        return sql.sql("select * from evaluation.invitation where ticket = :ticket")
                .param("ticket", ticket)
                .query((row, _) -> invitation(row))
                .optional();
    }

    Optional<Invitation> lastAt(String hall, int window, Instant since) {
        return sql.sql("""
                        select invitation.* from evaluation.invitation
                         where hall = :hall and service_window = :window and served_at > :since
                           and not exists (select from evaluation.rating where rating.ticket = invitation.ticket)
                         order by served_at desc
                         limit 1
                        """)
                .param("hall", hall)
                .param("window", window)
                .param("since", at(since))
                .query((row, _) -> invitation(row))
                .optional();
    }

    List<Invitation> unrated(String hall, Instant since, int most) {
        return sql.sql("""
                        select invitation.* from evaluation.invitation
                         where hall = :hall and served_at > :since
                           and not exists (select from evaluation.rating where rating.ticket = invitation.ticket)
                         order by served_at desc
                         limit :most
                        """)
                .param("hall", hall)
                .param("since", at(since))
                .param("most", most)
                .query((row, _) -> invitation(row))
                .list();
    }

    /** @return false when there is one already */
    boolean add(Rating one) {
        return sql.sql("""
                        insert into evaluation.rating (id, ticket, receipt, stars, reasons, channel, at)
                        values (:id, :ticket, :receipt, :stars,
                            coalesce(string_to_array(nullif(:reasons, ''), ','), '{}')::integer[], :channel, :at)
                        on conflict (ticket) do nothing
                        """)
                        .param("id", one.id())
                        .param("ticket", one.ticket())
                        .param("receipt", one.receipt())
                        .param("stars", one.level().stars())
                        .param(
                                "reasons",
                                one.reasons().stream().map(String::valueOf).collect(Collectors.joining(",")))
                        .param("channel", one.channel().name())
                        .param("at", at(one.at()))
                        .update()
                == 1;
    }

    Optional<Rating> ofTicket(UUID ticket) {
        return sql.sql("select * from evaluation.rating where ticket = :ticket")
                .param("ticket", ticket)
                .query((row, _) -> rating(row))
                .optional();
    }

    Optional<Rating> withReceipt(String receipt) {
        return sql.sql("select * from evaluation.rating where receipt = :receipt")
                .param("receipt", receipt)
                .query((row, _) -> rating(row))
                .optional();
    }

    Summary summary(String hall, LocalDate day) {
        int served = sql.sql("""
                        select count(*) from evaluation.invitation
                         where hall = :hall and served_at >= :from and served_at < :until
                        """)
                .param("hall", hall)
                .param("from", at(day.atStartOfDay(Page.ZONE).toInstant()))
                .param("until", at(day.plusDays(1).atStartOfDay(Page.ZONE).toInstant()))
                .query(Integer.class)
                .single();
        Map<Level, Integer> levels = new EnumMap<>(Level.class);
        Map<Integer, Integer> reasons = new TreeMap<>();
        ratings(hall, day).forEach(one -> {
            levels.merge(one.level(), 1, Integer::sum);
            one.reasons().forEach(reason -> reasons.merge(reason, 1, Integer::sum));
        });
        return new Summary(served, levels, reasons);
    }

    private List<Rating> ratings(String hall, LocalDate day) {
        return sql.sql("""
                        select rating.* from evaluation.rating join evaluation.invitation using (ticket)
                         where hall = :hall and served_at >= :from and served_at < :until
                        """)
                .param("hall", hall)
                .param("from", at(day.atStartOfDay(Page.ZONE).toInstant()))
                .param("until", at(day.plusDays(1).atStartOfDay(Page.ZONE).toInstant()))
                .query((row, _) -> rating(row))
                .list();
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                row.getObject("ticket", UUID.class),
                row.getString("hall"),
                row.getString("number"),
                row.getInt("service_window"),
                row.getObject("served_at", OffsetDateTime.class).toInstant());
    }

    private static Rating rating(ResultSet row) throws SQLException {
        return new Rating(
                row.getObject("id", UUID.class),
                row.getObject("ticket", UUID.class),
                row.getString("receipt"),
                Level.ofStars(row.getInt("stars")).orElseThrow(),
                Arrays.asList((Integer[]) row.getArray("reasons").getArray()),
                Rating.Channel.valueOf(row.getString("channel")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
