package org.zhengtong.services.supervision.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.DueDate;
import org.zhengtong.services.supervision.Card;
import org.zhengtong.services.supervision.CardColour;
import org.zhengtong.services.supervision.CardCourse;
import org.zhengtong.services.supervision.CardFilter;
import org.zhengtong.services.supervision.CardState;
import org.zhengtong.services.supervision.CardStep;
import org.zhengtong.services.supervision.Cards;
import org.zhengtong.services.supervision.IssuedCard;

/** Cards and what was done with them, in the database; the words sealed. */
@Component
class CardStore {
    private final JdbcClient sql;
    private final FieldCipher cipher;

    CardStore(JdbcClient sql, FieldCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    /** @return false when it was issued before */
    boolean insert(Card card) {
        return sql.sql("""
                        insert into supervision.card (
                            id, case_id, receipt_number, item_name, body, body_name, colour, clock, due, post, holder,
                            holder_name, issued_at, reason_until, state)
                        values (:id, :caseId, :receipt, :item, :body, :bodyName, :colour, :clock, :due, :post, :holder,
                            :holderName, :at, :until, :state)
                        on conflict (case_id, clock, colour, due) do nothing
                        """)
                        .param("id", card.id())
                        .param("caseId", card.caseId().value())
                        .param("receipt", card.receiptNumber())
                        .param("item", card.itemName())
                        .param("body", card.body())
                        .param("bodyName", card.bodyName())
                        .param("colour", card.colour().name())
                        .param("clock", card.clock().name())
                        .param("due", card.due())
                        .param("post", card.post().name())
                        .param("holder", card.holder().map(PersonId::value).orElse(null), Types.OTHER)
                        .param("holderName", card.holderName().orElse(null), Types.VARCHAR)
                        .param("at", at(card.issuedAt()))
                        .param("until", card.course().reasonUntil())
                        .param("state", card.course().state().name())
                        .update()
                == 1;
    }

    /** A card with the version it was read in. */
    record Versioned(Card card, int version) {}

    Optional<Versioned> find(UUID id) {
        return sql.sql("select * from supervision.card where id = :id")
                .param("id", id)
                .query((row, _) -> new Versioned(card(row), row.getInt("version")))
                .optional();
    }

    /** @return false when somebody else was faster */
    boolean update(Versioned read, CardCourse course) {
        return sql.sql("""
                        update supervision.card
                           set state = :state, lifting_proposed_by = :proposer, version = version + 1
                         where id = :id and version = :version
                        """)
                        .param("state", course.state().name())
                        .param(
                                "proposer",
                                course.liftingProposedBy().map(PersonId::value).orElse(null),
                                Types.OTHER)
                        .param("id", read.card().id())
                        .param("version", read.version())
                        .update()
                == 1;
    }

    void append(UUID card, int number, CardStep.Kind kind, Instant at, String actor, String words) {
        sql.sql("""
                        insert into supervision.card_step (card, number, at, kind, actor, words)
                        values (:card, :number, :at, :kind, :actor, :words)
                        """)
                .param("card", card)
                .param("number", number)
                .param("at", at(at))
                .param("kind", kind.name())
                .param("actor", actor)
                .param("words", cipher.seal(words, place(card, number)))
                .update();
    }

    /** A step with who did it, as the audit names them. */
    record Written(int number, Instant at, CardStep.Kind kind, String actor, String words) {}

    List<Written> steps(UUID card) {
        return sql.sql(
                        "select number, at, kind, actor, words from supervision.card_step where card = :card order by number")
                .param("card", card)
                .query((row, _) -> new Written(
                        row.getInt("number"),
                        instant(row, "at"),
                        CardStep.Kind.valueOf(row.getString("kind")),
                        row.getString("actor"),
                        cipher.openText(row.getBytes("words"), place(card, row.getInt("number")))))
                .list();
    }

    private static String place(UUID card, int number) {
        return "supervision.card_step.words:" + card + "/" + number;
    }

    /**
     * Whose cards.
     *
     * @param bodies all of these, and of {@code ownBody} those the person or one of their posts has to answer
     */
    record Reader(Set<String> bodies, String ownBody, PersonId person, Set<Role> posts) {}

    Cards.Found find(Reader reader, CardFilter filter) {
        int[] total = {0};
        List<Card> rows = sql.sql("""
                        select *, count(*) over () as total
                          from supervision.card
                         where (body in (:bodies)
                                or holder = :person
                                or (body = :ownBody and holder is null and post in (:posts)))
                           and (:state::text is null or state = :state)
                           and (:colour::text is null or colour = :colour)
                           and (:body::text is null or body = :body)
                           and (not :toLift or lifting_proposed_by is not null)
                         order by issued_at desc, colour, id
                         limit :size offset :offset
                        """)
                .param("bodies", orNone(reader.bodies()))
                .param("person", reader.person().value())
                .param("ownBody", reader.ownBody())
                .param("posts", orNone(reader.posts().stream().map(Enum::name).toList()))
                .param("state", filter.state().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("colour", filter.colour().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("body", filter.body().orElse(null), Types.VARCHAR)
                .param("toLift", filter.toLift())
                .param("size", CardFilter.PAGE_SIZE)
                .param("offset", (filter.page() - 1) * CardFilter.PAGE_SIZE)
                .query((row, _) -> {
                    total[0] = row.getInt("total");
                    return card(row);
                })
                .list();
        return new Cards.Found(rows, total[0]);
    }

    List<Card> ofCase(UUID caseId) {
        return sql.sql("select * from supervision.card where case_id = :id order by issued_at, id")
                .param("id", caseId)
                .query((row, _) -> card(row))
                .list();
    }

    /** What was issued for these cases. */
    Map<CaseId, List<IssuedCard>> issued(Collection<CaseId> cases) {
        Map<CaseId, List<IssuedCard>> issued = new HashMap<>();
        sql.sql("select case_id, clock, colour, due, state from supervision.card where case_id in (:ids)")
                .param("ids", cases.stream().map(CaseId::value).toList())
                .query(row -> {
                    issued.computeIfAbsent(new CaseId(row.getObject("case_id", UUID.class)), _ -> new ArrayList<>())
                            .add(new IssuedCard(
                                    DueDate.Kind.valueOf(row.getString("clock")),
                                    CardColour.valueOf(row.getString("colour")),
                                    row.getObject("due", LocalDate.class),
                                    "LIFTED".equals(row.getString("state"))));
                });
        return issued;
    }

    private static Card card(ResultSet row) throws SQLException {
        return new Card(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("receipt_number"),
                row.getString("item_name"),
                row.getString("body"),
                row.getString("body_name"),
                CardColour.valueOf(row.getString("colour")),
                DueDate.Kind.valueOf(row.getString("clock")),
                row.getObject("due", LocalDate.class),
                Role.valueOf(row.getString("post")),
                Optional.ofNullable(row.getObject("holder", UUID.class)).map(PersonId::new),
                Optional.ofNullable(row.getString("holder_name")),
                instant(row, "issued_at"),
                new CardCourse(
                        CardState.valueOf(row.getString("state")),
                        row.getObject("reason_until", LocalDate.class),
                        Optional.ofNullable(row.getObject("lifting_proposed_by", UUID.class))
                                .map(PersonId::new)));
    }

    /** A list of parameters must not be empty. */
    static Collection<String> orNone(Collection<String> texts) {
        return texts.isEmpty() ? List.of("") : texts;
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
