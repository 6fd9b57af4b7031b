package org.zhengtong.services.licences.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.services.licences.HoldingImports.Fault;
import org.zhengtong.services.licences.HoldingImports.RowState;
import org.zhengtong.services.licences.HoldingImports.Standing;
import org.zhengtong.services.licences.HoldingImports.State;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports and their lines. What a line says is sealed; what is wrong with it repeats nothing of it. */
@Component
class HoldingStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Fault>> FAULTS = new TypeReference<>() {};

    private final JdbcClient database;
    private final FieldCipher cipher;

    HoldingStore(JdbcClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    record NewImport(UUID id, String body, String bodyName, String type, UUID by, String fileName, String encoding) {}

    /** A line to be issued. */
    record Taken(UUID id, int line, String body, String bodyName, String type, HoldingCheck.Holding holding) {}

    void add(NewImport made, Instant now) {
        database.sql("""
                        insert into licences.holding_import
                            (id, body, body_name, type, made_by, at, file_name, encoding, state)
                        values (:id, :body, :bodyName, :type, :by, :now, :fileName, :encoding, 'CHECKED')
                        """)
                .param("id", made.id())
                .param("body", made.body())
                .param("bodyName", made.bodyName())
                .param("type", made.type())
                .param("by", made.by())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("fileName", made.fileName())
                .param("encoding", made.encoding())
                .update();
    }

    void addRow(UUID id, int line, RowState state, Optional<HoldingCheck.Holding> holding, List<Fault> faults) {
        database.sql("""
                        insert into licences.holding_row (import, line, state, content, faults)
                        values (:id, :line, :state, :content, cast(:faults as jsonb))
                        """)
                .param("id", id)
                .param("line", line)
                .param("state", state.name())
                .param(
                        "content",
                        holding.map(one -> cipher.seal(JSON.writeValueAsBytes(one), place(id, line)))
                                .orElse(null))
                .param("faults", JSON.writeValueAsString(faults))
                .update();
    }

    private static final String STANDING = """
            select made.*,
                   count(*) filter (where line.state = 'READY') ready,
                   count(*) filter (where line.state = 'FAULTY') faulty,
                   count(*) filter (where line.state = 'WAITING') waiting,
                   count(*) filter (where line.state = 'ISSUED') issued,
                   count(*) filter (where line.state = 'PRESENT') present
              from licences.holding_import made
              left join licences.holding_row line on line.import = made.id
            """;

    List<Standing> all(String body) {
        return database.sql(STANDING + """
                        where made.id in (
                            select id from licences.holding_import where body = :body order by at desc limit 20)
                        group by made.id
                        order by made.at desc, made.id desc
                        """)
                .param("body", body)
                .query((row, _) -> standing(row))
                .list();
    }

    Optional<Standing> find(String body, UUID id) {
        return database.sql(STANDING + "where made.id = :id and made.body = :body group by made.id")
                .param("id", id)
                .param("body", body)
                .query((row, _) -> standing(row))
                .optional();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("file_name"),
                row.getString("encoding"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                row.getLong("ready"),
                row.getLong("faulty"),
                row.getLong("waiting"),
                row.getLong("issued"),
                row.getLong("present"));
    }

    List<Fault> faults(UUID id, int most) {
        return database
                .sql("""
                        select faults from licences.holding_row
                        where import = :id and state = 'FAULTY'
                        order by line
                        limit :most
                        """)
                .param("id", id)
                .param("most", most)
                .query((row, _) -> JSON.readValue(row.getString("faults"), FAULTS))
                .list()
                .stream()
                .flatMap(List::stream)
                .limit(most)
                .toList();
    }

    record Reported(int line, RowState state, List<Fault> faults) {}

    void report(UUID id, Consumer<Reported> each) {
        try (var rows = database
                .sql("""
                        select line, state, faults from licences.holding_row where import = :id order by line
                        """)
                .param("id", id)
                .query((row, _) -> new Reported(
                        row.getInt("line"),
                        RowState.valueOf(row.getString("state")),
                        JSON.readValue(row.getString("faults"), FAULTS)))
                .stream()) {
            rows.forEach(each);
        }
    }

    /** @return false when it was begun before */
    boolean begin(UUID id) {
        return database.sql("update licences.holding_import set state = 'RUNNING' where id = :id and state = 'CHECKED'")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The next line to be issued of any import that was begun, locked until the transaction ends. */
    Optional<Taken> takeReady() {
        return taken("""
                select line.import, line.line, line.content, made.body, made.body_name, made.type
                  from licences.holding_row line
                  join licences.holding_import made on made.id = line.import
                 where line.state = 'READY' and made.state = 'RUNNING'
                 order by line.import, line.line
                 limit 1
                 for update of line skip locked
                """, Optional.empty());
    }

    /** The line that has waited longest since it was looked at; only when that was before {@code last}. */
    Optional<Taken> takeWaiting(Instant last) {
        return taken("""
                select line.import, line.line, line.content, made.body, made.body_name, made.type
                  from licences.holding_row line
                  join licences.holding_import made on made.id = line.import
                 where line.state = 'WAITING' and made.state <> 'CHECKED' and line.tried_at < :last
                 order by line.tried_at
                 limit 1
                 for update of line skip locked
                """, Optional.of(last));
    }

    private Optional<Taken> taken(String query, Optional<Instant> last) {
        JdbcClient.StatementSpec statement = database.sql(query);
        if (last.isPresent()) {
            statement = statement.param("last", last.get().atOffset(ZoneOffset.UTC));
        }
        return statement
                .query((row, _) -> {
                    UUID id = row.getObject("import", UUID.class);
                    int line = row.getInt("line");
                    return new Taken(
                            id,
                            line,
                            row.getString("body"),
                            row.getString("body_name"),
                            row.getString("type"),
                            JSON.readValue(
                                    cipher.open(row.getBytes("content"), place(id, line)), HoldingCheck.Holding.class));
                })
                .optional();
    }

    /** Whoever takes over the same licence at the same time waits here. */
    void lock(UUID grant) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:grant, 6))")
                .param("grant", "licences.holding:" + grant)
                .query((_, _) -> true)
                .single();
    }

    /** What is issued needs its content no more. */
    void settle(Taken taken, RowState state, Optional<UUID> licence, List<Fault> faults, Instant now) {
        boolean over = state != RowState.WAITING;
        database.sql("""
                        update licences.holding_row
                           set state = :state, licence = :licence, tried_at = :now,
                               faults = cast(:faults as jsonb),
                               content = case when :over then null else content end
                         where import = :id and line = :line
                        """)
                .param("state", state.name())
                .param("licence", licence.orElse(null), Types.OTHER)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("faults", JSON.writeValueAsString(faults))
                .param("over", over)
                .param("id", taken.id())
                .param("line", taken.line())
                .update();
    }

    /** Imports of which nothing is to be issued now are done; what waits is looked at all the same. */
    void finish() {
        database.sql("""
                        update licences.holding_import made
                           set state = 'DONE'
                         where state = 'RUNNING'
                           and not exists (
                               select from licences.holding_row line
                               where line.import = made.id and line.state = 'READY')
                        """).update();
    }

    private static String place(UUID id, int line) {
        return "licences.holding_row.content:" + id + ":" + line;
    }
}
