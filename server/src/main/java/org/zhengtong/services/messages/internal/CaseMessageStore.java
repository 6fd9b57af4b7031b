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
import org.zhengtong.services.messages.CaseMessage;
import org.zhengtong.services.messages.MessageChannel;
import org.zhengtong.services.messages.Messages;
import org.zhengtong.services.messages.NotCarried;

/** Messages in the house. */
@Component
class CaseMessageStore {
    private static final String COLUMNS =
            "select id, place, case_id, licence, receipt_number, item_name, what, at, read_at from messages.message ";

    private final JdbcClient sql;
    private final Carriers carriers;

    CaseMessageStore(JdbcClient sql, Carriers carriers) {
        this.sql = sql;
        this.carriers = carriers;
    }

    /**
     * What a message tells, of a case or of a licence.
     *
     * @param party whom it is addressed to
     * @param number of the receipt or the licence
     * @param name of the item or the licence's type
     */
    record Told(
            UUID party,
            Optional<UUID> caseId,
            Optional<UUID> licence,
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
                                (id, sequence, party, case_id, licence, receipt_number, item_name, what, at)
                            select :id, :sequence, :party, :caseId, :licence, :number, :name, :what, :at
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
                .param("number", told.number())
                .param("name", told.name())
                .param("what", told.what())
                .param("at", at(told.at()))
                .param("person", person.value())
                .update();
    }

    int unread(Collection<UUID> parties) {
        return sql.sql("select count(*) from messages.message where party in (:parties) and read_at is null")
                .param("parties", parties)
                .query(Integer.class)
                .single();
    }

    List<CaseMessage> of(Collection<UUID> parties, OptionalLong before) {
        List<CaseMessage> page = sql.sql(COLUMNS + """
                        where party in (:parties)
                            and (cast(:before as bigint) is null or (at, place) < (
                                select at, place from messages.message where place = :before and party in (:parties)))
                        order by at desc, place desc
                        limit :most
                        """)
                .param("parties", parties)
                .param("before", before.isPresent() ? before.getAsLong() : null, Types.BIGINT)
                .param("most", Messages.PAGE)
                .query((row, _) -> message(row, List.of()))
                .list();
        return withCarriages(page);
    }

    Optional<CaseMessage> find(UUID id, Collection<UUID> parties) {
        return withCarriages(sql.sql(COLUMNS + "where id = :id and party in (:parties)")
                        .param("id", id)
                        .param("parties", parties)
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

    void markAllRead(Collection<UUID> parties, Instant now) {
        sql.sql("update messages.message set read_at = :now where party in (:parties) and read_at is null")
                .param("now", at(now))
                .param("parties", parties)
                .update();
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
                row.getString("receipt_number"),
                row.getString("item_name"),
                row.getString("what"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("read_at") != null,
                carriages);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
