package org.zhengtong.people.privacy.internal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.privacy.DataRequest;
import org.zhengtong.people.privacy.DataRequest.Kind;
import org.zhengtong.people.privacy.DataRequest.State;
import org.zhengtong.people.privacy.RequestAnswers.Waiting;

/** Requests, their words sealed. */
@Component
class RequestStore {
    private static final String WISH = "privacy.request.wish:";
    private static final String ANSWER = "privacy.request.answer:";
    private static final int MOST_WAITING = 200;
    private final JdbcClient database;
    private final FieldCipher cipher;

    RequestStore(JdbcClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    void add(DataRequest request) {
        database.sql("""
                        insert into privacy.request (id, person, kind, about, wish, made, due, state)
                        values (:id, :person, :kind, :about, :wish, :made, :due, :state)
                        """)
                .param("id", request.id())
                .param("person", request.person().value())
                .param("kind", request.kind().name())
                .param("about", request.about())
                .param("wish", cipher.seal(request.wish(), WISH + request.id()))
                .param("made", Timestamp.from(request.made()))
                .param("due", Date.valueOf(request.due()))
                .param("state", request.state().name())
                .update();
    }

    int open(PersonId person) {
        return database.sql("select count(*) from privacy.request where person = :person and state = 'OPEN'")
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    /** Newest first. */
    List<DataRequest> of(PersonId person) {
        return database.sql("select * from privacy.request where person = :person order by made desc, id desc")
                .param("person", person.value())
                .query(this::row)
                .list();
    }

    Optional<DataRequest> find(UUID id) {
        return database.sql("select * from privacy.request where id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    List<Waiting> waiting(LocalDate today) {
        return database.sql("""
                        select id, kind, about, due from privacy.request where state = 'OPEN'
                        order by due, id limit :most
                        """)
                .param("most", MOST_WAITING)
                .query((row, _) -> {
                    LocalDate due = row.getDate("due").toLocalDate();
                    return new Waiting(
                            row.getObject("id", UUID.class),
                            Kind.valueOf(row.getString("kind")),
                            row.getString("about"),
                            due,
                            due.isBefore(today));
                })
                .list();
    }

    boolean withdraw(UUID id, PersonId person) {
        return database.sql("""
                        update privacy.request set state = 'WITHDRAWN'
                        where id = :id and person = :person and state = 'OPEN'
                        """).param("id", id).param("person", person.value()).update() == 1;
    }

    /** @return false when it was answered or withdrawn meanwhile */
    boolean answer(UUID id, State state, String text, PersonId by, Instant now) {
        return database.sql("""
                        update privacy.request set state = :state, answer = :answer, answered = :now, answered_by = :by
                        where id = :id and state = 'OPEN'
                        """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("answer", cipher.seal(text, ANSWER + id))
                        .param("now", Timestamp.from(now))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    void forget(PersonId person) {
        database.sql("delete from privacy.request where person = :person")
                .param("person", person.value())
                .update();
    }

    private DataRequest row(ResultSet row, int at) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Optional<Instant> answered =
                Optional.ofNullable(row.getTimestamp("answered")).map(Timestamp::toInstant);
        byte[] answer = row.getBytes("answer");
        return new DataRequest(
                id,
                new PersonId(row.getObject("person", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getString("about"),
                cipher.openText(row.getBytes("wish"), WISH + id),
                row.getTimestamp("made").toInstant(),
                row.getDate("due").toLocalDate(),
                State.valueOf(row.getString("state")),
                answered.map(when -> new DataRequest.Answer(cipher.openText(answer, ANSWER + id), when)));
    }
}
