package org.zhengtong.services.messages.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Reach;
import org.zhengtong.services.messages.CaseMessage;
import org.zhengtong.services.messages.MessageChannel;
import org.zhengtong.services.messages.Messages;
import org.zhengtong.services.messages.NotCarried;

/** Messages in the house. */
@Component
class CaseMessageStore {
    private static final String COLUMNS = """
            select id, place, case_id, licence, mandate, appointment, ticket, ahead, receipt_number, item_name, what, at, read_at
              from messages.message
            """;

    /** Of those for whom somebody acts in some items only, what is told of these. */
    private static final String WITHIN_REACH =
            "party in (:parties) and (party in (:whole) or party::text || ' ' || item in (:parts))";

    private final JdbcClient sql;
    private final Carriers carriers;

    CaseMessageStore(JdbcClient sql, Carriers carriers) {
        this.sql = sql;
        this.carriers = carriers;
    }

    /**
     * What a message tells, of a case, a licence, a mandate, an appointment or a turn in a hall.
     *
     * @param party whom it is addressed to
     * @param item code of the case's item
     * @param number of the receipt or the licence
     * @param name of the item, the licence's type, or the other one of a mandate
     */
    record Told(
            UUID party,
            Optional<UUID> caseId,
            Optional<UUID> licence,
            Optional<UUID> mandate,
            Optional<UUID> appointment,
            Optional<CaseMessage.InLine> inLine,
            Optional<String> item,
            String number,
            String name,
            String what,
            Instant at) {}

    /**
     * Writes a message, and a letter for each channel the person has chosen, in one statement. What is delivered in the
     * moment of the decision is told with the decision.
     *
     * @param sequence of the event; the same again writes nothing
     * @param person who acts for the party
     */
    void write(UUID id, long sequence, Told told, PersonId person) {
        sql.sql("""
                        with written as (
                            insert into messages.message
                                (id, sequence, party, case_id, licence, mandate, appointment, ticket, ahead, item, receipt_number,
                                 item_name, what, at)
                            select :id, :sequence, :party, :caseId, :licence, :mandate, :appointment, :ticket, :ahead, :item,
                                :number, :name, :what, :at
                             where not (:what = 'DELIVERED' and exists (
                                   select from messages.message decision
                                    where decision.case_id = :caseId
                                      and decision.at = :at
                                      and decision.what in ('GRANTED', 'REFUSED')))
                            on conflict (sequence) do nothing
                            returning id)
                        insert into messages.carriage (message, channel, person, due_at)
                        select written.id, subscription.channel, subscription.person, :at
                          from written
                          join messages.subscription
                            on subscription.person = :person and subscription.state = 'ON'
                        """)
                .param("id", id)
                .param("sequence", sequence)
                .param("party", told.party())
                .param("caseId", told.caseId().orElse(null), Types.OTHER)
                .param("licence", told.licence().orElse(null), Types.OTHER)
                .param("mandate", told.mandate().orElse(null), Types.OTHER)
                .param("appointment", told.appointment().orElse(null), Types.OTHER)
                .param("ticket", told.inLine().map(CaseMessage.InLine::ticket).orElse(null), Types.OTHER)
                .param("ahead", told.inLine().map(CaseMessage.InLine::before).orElse(null), Types.INTEGER)
                .param("item", told.item().orElse(null), Types.VARCHAR)
                .param("number", told.number())
                .param("name", told.name())
                .param("what", told.what())
                .param("at", at(told.at()))
                .param("person", person.value())
                .update();
    }

    int unread(Reach reach) {
        return within("select count(*) from messages.message where " + WITHIN_REACH + " and read_at is null", reach)
                .query(Integer.class)
                .single();
    }

    List<CaseMessage> of(Reach reach, OptionalLong before) {
        List<CaseMessage> page = within(COLUMNS + """
                        where %1$s
                            and (cast(:before as bigint) is null or (at, place) < (
                                select at, place from messages.message where place = :before and %1$s))
                        order by at desc, place desc
                        limit :most
                        """.formatted(WITHIN_REACH), reach)
                .param("before", before.isPresent() ? before.getAsLong() : null, Types.BIGINT)
                .param("most", Messages.PAGE)
                .query((row, _) -> message(row, List.of()))
                .list();
        return withCarriages(page);
    }

    Optional<CaseMessage> find(UUID id, Reach reach) {
        return withCarriages(within(COLUMNS + "where id = :id and " + WITHIN_REACH, reach)
                        .param("id", id)
                        .query((row, _) -> message(row, List.of()))
                        .list())
                .stream()
                .findFirst();
    }

    void markRead(UUID id, Instant now) {
        sql.sql("update messages.message set read_at = :now where id = :id and read_at is null")
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    void markAllRead(Reach reach, Instant now) {
        within("update messages.message set read_at = :now where " + WITHIN_REACH + " and read_at is null", reach)
                .param("now", at(now))
                .update();
    }

    private JdbcClient.StatementSpec within(String statement, Reach reach) {
        return sql.sql(statement)
                .param("parties", reach.parties())
                .param("whole", reach.whole())
                .param("parts", reach.parts());
    }

    /** @return how many are gone */
    int forget(Instant before) {
        return sql.sql("delete from messages.message where at < :before")
                .param("before", at(before))
                .update();
    }

    void deleteAllTo(Collection<UUID> parties) {
        sql.sql("delete from messages.message where party in (:parties)")
                .param("parties", parties)
                .update();
    }

    private record Of(UUID message, CaseMessage.Carriage carriage) {}

    private List<CaseMessage> withCarriages(List<CaseMessage> messages) {
        if (messages.isEmpty()) {
            return messages;
        }
        Map<UUID, List<CaseMessage.Carriage>> carriages = sql
                .sql("select * from messages.carriage where message in (:messages) order by message, channel")
                .param("messages", messages.stream().map(CaseMessage::id).toList())
                .query((row, _) -> new Of(row.getObject("message", UUID.class), carriage(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::message, Collectors.mapping(Of::carriage, Collectors.toList())));
        return messages.stream()
                .map(one -> new CaseMessage(
                        one.id(),
                        one.place(),
                        one.caseId(),
                        one.licence(),
                        one.mandate(),
                        one.appointment(),
                        one.inLine(),
                        one.receiptNumber(),
                        one.itemName(),
                        one.what(),
                        one.at(),
                        one.read(),
                        carriages.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private CaseMessage.Carriage carriage(ResultSet row) throws SQLException {
        MessageChannel channel = MessageChannel.valueOf(row.getString("channel"));
        return new CaseMessage.Carriage(
                channel,
                CaseMessage.Carriage.State.valueOf(row.getString("state")),
                carriers.isDemonstration(channel),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("fault")).map(NotCarried.Fault::valueOf),
                Optional.ofNullable(row.getObject("carried_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    static CaseMessage message(ResultSet row, List<CaseMessage.Carriage> carriages) throws SQLException {
        return new CaseMessage(
                row.getObject("id", UUID.class),
                row.getLong("place"),
                Optional.ofNullable(row.getObject("case_id", UUID.class)),
                Optional.ofNullable(row.getObject("licence", UUID.class)),
                Optional.ofNullable(row.getObject("mandate", UUID.class)),
                Optional.ofNullable(row.getObject("appointment", UUID.class)),
                inLine(row),
                row.getString("receipt_number"),
                row.getString("item_name"),
                row.getString("what"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("read_at") != null,
                carriages);
    }

    private static Optional<CaseMessage.InLine> inLine(ResultSet row) throws SQLException {
        int before = row.getInt("ahead");
        return Optional.ofNullable(row.getObject("ticket", UUID.class))
                .map(ticket -> new CaseMessage.InLine(ticket, before));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
